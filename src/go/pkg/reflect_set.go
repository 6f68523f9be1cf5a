package reflect

import "math"

func (v Value) mustSet(method string) {
	switch {
	case v.own:
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	case v.at == nil && v.typ == 0:
		panic(&ValueError{"reflect.Value." + method, Invalid})
	case v.at == nil:
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

// Set sets v to x.
func (v Value) Set(x Value) {
	v.mustSet("Set")
	if !x.typ.AssignableTo(v.typ) {
		panic("reflect.Set: value of type " + x.typ.String() + " is not assignable to type " + v.typ.String())
	}
	store(v.at, v.typ, x.Interface())
}

// SetZero sets v to the zero value of its type.
func (v Value) SetZero() {
	v.mustSet("SetZero")
	store(v.at, v.typ, zeroOf(v.typ))
}

// SetBool sets a boolean.
func (v Value) SetBool(x bool) {
	v.mustSet("SetBool")
	v.must("SetBool", Bool)
	slot := uint64(0)
	if x {
		slot = 1
	}
	store(v.at, v.typ, ofSlot(v.typ, slot))
}

// SetInt sets a signed integer.
func (v Value) SetInt(x int64) {
	v.mustSet("SetInt")
	v.must("SetInt", Int, Int8, Int16, Int32, Int64)
	spare := 64 - v.typ.Bits()
	store(v.at, v.typ, ofSlot(v.typ, uint64(x<<spare>>spare)))
}

// SetUint sets an unsigned integer.
func (v Value) SetUint(x uint64) {
	v.mustSet("SetUint")
	v.must("SetUint", Uint, Uint8, Uint16, Uint32, Uint64, Uintptr)
	spare := 64 - v.typ.Bits()
	store(v.at, v.typ, ofSlot(v.typ, x<<spare>>spare))
}

// SetFloat sets a floating-point number.
func (v Value) SetFloat(x float64) {
	v.mustSet("SetFloat")
	v.must("SetFloat", Float32, Float64)
	if v.Kind() == Float32 {
		x = float64(float32(x))
	}
	store(v.at, v.typ, ofSlot(v.typ, math.Float64bits(x)))
}

// SetComplex sets a complex number.
func (v Value) SetComplex(x complex128) {
	v.mustSet("SetComplex")
	v.must("SetComplex", Complex64, Complex128)
	if v.Kind() == Complex64 {
		x = complex128(complex64(x))
	}
	store(v.at, v.typ, ofParts(v.typ, real(x), imag(x)))
}

// SetString sets a string.
func (v Value) SetString(x string) {
	v.mustSet("SetString")
	v.must("SetString", String)
	store(v.at, v.typ, ofText(v.typ, x))
}

// SetMapIndex sets the value at a key; the zero Value deletes it.
func (v Value) SetMapIndex(key, elem Value) {
	v.must("SetMapIndex", Map)
	set(v.any(), key.any(), elem.any(), elem.typ == 0)
}

// OverflowInt reports whether x doesn't fit the type.
func (v Value) OverflowInt(x int64) bool {
	v.must("OverflowInt", Int, Int8, Int16, Int32, Int64)
	spare := 64 - v.typ.Bits()
	return x<<spare>>spare != x
}

// OverflowUint reports whether x doesn't fit the type.
func (v Value) OverflowUint(x uint64) bool {
	v.must("OverflowUint", Uint, Uint8, Uint16, Uint32, Uint64, Uintptr)
	spare := 64 - v.typ.Bits()
	return x<<spare>>spare != x
}

// OverflowFloat reports whether x doesn't fit the type.
func (v Value) OverflowFloat(x float64) bool {
	v.must("OverflowFloat", Float32, Float64)
	return v.Kind() == Float32 && math.Abs(x) > math.MaxFloat32 && !math.IsInf(x, 0)
}

// Append returns a slice with more values at its end.
func Append(s Value, x ...Value) Value {
	s.must("Append", Slice)
	n := s.Len()
	capacity := s.Cap()
	if n+len(x) > capacity {
		capacity = max(2*capacity, n+len(x))
	}
	grown := MakeSlice(s.typ, n+len(x), capacity)
	Copy(grown, s)
	for i, v := range x {
		grown.Index(n + i).Set(v)
	}
	return grown
}

// Copy copies elements from src to dst, and returns how many.
func Copy(dst, src Value) int {
	n := min(dst.Len(), src.Len())
	for i := range n {
		dst.Index(i).Set(src.Index(i))
	}
	return n
}

// Swapper returns a function that swaps two elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	return func(i, j int) {
		if uint(i) >= uint(v.Len()) || uint(j) >= uint(v.Len()) {
			panic("reflect: slice index out of range")
		}
		a, b := v.Index(i), v.Index(j)
		x, y := a.any(), b.any()
		store(a.at, a.typ, y)
		store(b.at, b.typ, x)
	}
}
