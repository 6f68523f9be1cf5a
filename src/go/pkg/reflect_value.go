package reflect

import (
	"fmt"
	"iter"
	"math"
)

// Value is a value of any type. What can be set is known by its place, else by a copy.
type Value struct {
	typ  rtype
	copy any
	at   *byte
	own  bool // reached by an unexported field
}

// ValueError says that a method was called on a value that doesn't have it.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

// load returns what is at a place, as the value of an interface.
func load(at *byte, t rtype) any

// store puts v, which is of type t, at a place.
func store(at *byte, t rtype, v any)

// part returns field or element i of a value of type t: the place where there is one, else a copy.
func part(v any, at *byte, t rtype, i int) (copy any, place *byte)

// item returns the place of element i of a slice.
func item(v any, i int) *byte

// target returns the place that a pointer refers to.
func target(v any) *byte

// slotOf returns a value of one slot as it is: the bits of a number, the place of what it refers to.
func slotOf(v any) uint64

// ofSlot returns a value of type t by its one slot.
func ofSlot(t rtype, slot uint64) any

// textOf and ofText are for strings of any type, ofParts and partsOf for complex numbers.
func textOf(v any) string
func ofText(t rtype, s string) any
func partsOf(v any) (re, im float64)
func ofParts(t rtype, re, im float64) any

// lengths returns length and capacity of a slice, a map or a channel.
func lengths(v any) (length, capacity int)

// keysOf returns the keys of a map in order, get and set are its index expressions; a nil value is deleted.
func keysOf(m any) []any
func get(m, key any) (v any, ok bool)
func set(m, key, v any, remove bool)

// newSlice, newMap and zeroOf make values of type t.
func newSlice(t rtype, length, capacity int) any
func newMap(t rtype) any
func zeroOf(t rtype) any

// ValueOf returns what i holds.
func ValueOf(i any) Value { return Value{typ: typeOf(i), copy: i} }

// Zero returns the zero value of a type.
func Zero(t Type) Value { return Value{typ: t.(rtype), copy: zeroOf(t.(rtype))} }

// MakeSlice returns a new slice.
func MakeSlice(t Type, length, capacity int) Value {
	return Value{typ: t.(rtype), copy: newSlice(t.(rtype), length, capacity)}
}

// MakeMap returns a new map.
func MakeMap(t Type) Value { return Value{typ: t.(rtype), copy: newMap(t.(rtype))} }

// allocate returns a pointer, of type p, to a new zero value of type t.
func allocate(p, t rtype) any

// New returns a pointer to a new zero value of a type.
func New(t Type) Value {
	p := PointerTo(t).(rtype)
	return Value{typ: p, copy: allocate(p, t.(rtype))}
}

// Indirect returns what a pointer refers to, and other values as they are.
func Indirect(v Value) Value {
	if v.Kind() == Pointer {
		return v.Elem()
	}
	return v
}

// any returns the value; of an interface, what it holds.
func (v Value) any() any {
	if v.at != nil {
		return load(v.at, v.typ)
	}
	return v.copy
}

func (v Value) must(method string, kinds ...Kind) {
	k := v.Kind()
	for _, kind := range kinds {
		if k == kind {
			return
		}
	}
	panic(&ValueError{"reflect.Value." + method, k})
}

// IsValid reports whether v is a value.
func (v Value) IsValid() bool { return v.typ != 0 }

// Kind returns the kind of its type.
func (v Value) Kind() Kind { return v.typ.Kind() }

// Type returns its type.
func (v Value) Type() Type {
	if v.typ == 0 {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	return v.typ
}

// CanInterface reports whether Interface may be called.
func (v Value) CanInterface() bool {
	if v.typ == 0 {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return !v.own
}

// Interface returns the value.
func (v Value) Interface() any {
	if v.typ == 0 {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if v.own {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.any()
}

// CanAddr reports whether it has a place.
func (v Value) CanAddr() bool { return v.at != nil }

// reference returns a pointer of type p to a place.
func reference(p rtype, at *byte) any

// Addr returns a pointer to the value.
func (v Value) Addr() Value {
	if v.at == nil {
		panic("reflect.Value.Addr of unaddressable value")
	}
	p := PointerTo(v.typ).(rtype)
	return Value{typ: p, copy: reference(p, v.at), own: v.own}
}

// CanSet reports whether it can be set.
func (v Value) CanSet() bool { return v.at != nil && !v.own }

// CanInt, CanUint, CanFloat and CanComplex report whether Int and so on may be called.
func (v Value) CanInt() bool     { k := v.Kind(); return Int <= k && k <= Int64 }
func (v Value) CanUint() bool    { k := v.Kind(); return Uint <= k && k <= Uintptr }
func (v Value) CanFloat() bool   { k := v.Kind(); return k == Float32 || k == Float64 }
func (v Value) CanComplex() bool { k := v.Kind(); return k == Complex64 || k == Complex128 }

// Bool returns a boolean.
func (v Value) Bool() bool {
	v.must("Bool", Bool)
	return slotOf(v.any()) != 0
}

// Int returns a signed integer.
func (v Value) Int() int64 {
	v.must("Int", Int, Int8, Int16, Int32, Int64)
	return int64(slotOf(v.any()))
}

// Uint returns an unsigned integer.
func (v Value) Uint() uint64 {
	v.must("Uint", Uint, Uint8, Uint16, Uint32, Uint64, Uintptr)
	return slotOf(v.any())
}

// Float returns a floating-point number.
func (v Value) Float() float64 {
	v.must("Float", Float32, Float64)
	return math.Float64frombits(slotOf(v.any()))
}

// Complex returns a complex number.
func (v Value) Complex() complex128 {
	v.must("Complex", Complex64, Complex128)
	return complex(partsOf(v.any()))
}

// String returns a string; of other values it says only of which type they are.
func (v Value) String() string {
	switch v.Kind() {
	case String:
		return textOf(v.any())
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.typ.String() + " Value>"
}

// Bytes returns a slice of bytes.
func (v Value) Bytes() []byte {
	v.must("Bytes", Slice)
	if v.typ.elem().Kind() != Uint8 {
		panic("reflect.Value.Bytes of non-byte slice")
	}
	b := make([]byte, v.Len())
	for i := range b {
		b[i] = byte(v.Index(i).Uint())
	}
	return b
}

// Format prints what v is a value of, as fmt does with values.
func (v Value) Format(f fmt.State, verb rune) {
	if v.typ == 0 {
		fmt.Fprint(f, "<invalid reflect.Value>")
		return
	}
	fmt.Fprintf(f, fmt.FormatString(f, verb), v.any())
}

// IsNil reports whether it is nil.
func (v Value) IsNil() bool {
	v.must("IsNil", Chan, Func, Interface, Map, Pointer, Slice)
	if v.Kind() == Interface {
		return v.any() == nil
	}
	return slotOf(v.any()) == 0
}

// IsZero reports whether it is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.Kind() {
	case Invalid:
		panic(&ValueError{"reflect.Value.IsZero", Invalid})
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				return false
			}
		}
		return true
	case Array:
		for i := range v.Len() {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Interface:
		return v.any() == nil
	case Complex64, Complex128:
		z := v.Complex()
		return math.Float64bits(real(z))|math.Float64bits(imag(z)) == 0
	case String:
		return v.Len() == 0
	}
	return slotOf(v.any()) == 0
}

// Pointer returns what a value refers to as a number.
func (v Value) Pointer() uintptr {
	v.must("Pointer", Chan, Func, Map, Pointer, Slice, UnsafePointer)
	return uintptr(slotOf(v.any()))
}

// Elem returns what a pointer refers to or an interface holds.
func (v Value) Elem() Value {
	v.must("Elem", Interface, Pointer)
	held := v.any()
	if v.Kind() == Interface {
		return Value{typ: typeOf(held), copy: held, own: v.own}
	}
	if at := target(held); at != nil {
		return Value{typ: v.typ.elem(), at: at, own: v.own}
	}
	return Value{}
}

// Len returns the length of an array, a channel, a map, a slice or a string.
func (v Value) Len() int {
	switch v.Kind() {
	case String:
		return len(textOf(v.any()))
	case Array:
		return v.typ.length()
	case Pointer:
		if v.typ.elem().Kind() == Array {
			return v.typ.elem().length()
		}
	}
	v.must("Len", Chan, Map, Slice)
	length, _ := lengths(v.any())
	return length
}

// Cap returns the capacity of an array, a channel or a slice.
func (v Value) Cap() int {
	v.must("Cap", Array, Chan, Slice)
	if v.Kind() == Array {
		return v.typ.length()
	}
	_, capacity := lengths(v.any())
	return capacity
}

// Index returns an element of an array, a slice or a string.
func (v Value) Index(i int) Value {
	v.must("Index", Array, Slice, String)
	if i < 0 || i >= v.Len() {
		panic("reflect: " + v.Kind().String() + " index out of range")
	}
	switch v.Kind() {
	case String:
		return Value{typ: typeOf(byte(0)), copy: v.String()[i], own: v.own}
	case Slice:
		return Value{typ: v.typ.elem(), at: item(v.any(), i), own: v.own}
	}
	copy, at := part(v.copy, v.at, v.typ, i)
	return Value{typ: v.typ.elem(), copy: copy, at: at, own: v.own}
}

// NumField returns how many fields a struct has.
func (v Value) NumField() int {
	v.must("NumField", Struct)
	return v.typ.length()
}

// Field returns a field of a struct.
func (v Value) Field(i int) Value {
	v.must("Field", Struct)
	if i < 0 || i >= v.typ.length() {
		panic("reflect: Field index out of range")
	}
	_, _, typ, _, exported := fieldOf(v.typ, i)
	copy, at := part(v.copy, v.at, v.typ, i)
	return Value{typ: typ, copy: copy, at: at, own: v.own || !exported}
}

// FieldByIndex follows indices of fields.
func (v Value) FieldByIndex(index []int) Value {
	for i, n := range index {
		if i > 0 && v.Kind() == Pointer {
			v = v.Elem()
		}
		v = v.Field(n)
	}
	return v
}

// FieldByName returns a field, the zero Value where there is none.
func (v Value) FieldByName(name string) Value {
	v.must("FieldByName", Struct)
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// MapKeys returns the keys of a map, in no order that counts.
func (v Value) MapKeys() []Value {
	v.must("MapKeys", Map)
	var keys []Value
	for _, key := range keysOf(v.any()) {
		keys = append(keys, Value{typ: v.typ.key(), copy: key, own: v.own})
	}
	return keys
}

// MapIndex returns the value at a key, the zero Value where there is none.
func (v Value) MapIndex(key Value) Value {
	v.must("MapIndex", Map)
	found, ok := get(v.any(), key.any())
	if !ok {
		return Value{}
	}
	return Value{typ: v.typ.elem(), copy: found, own: v.own || key.own}
}

// MapIter goes over a map.
type MapIter struct {
	of   Value
	keys []Value
	at   int
}

// MapRange returns an iterator over a map.
func (v Value) MapRange() *MapIter { return &MapIter{v, v.MapKeys(), -1} }

// Next goes on, and reports whether there is an entry.
func (it *MapIter) Next() bool {
	it.at++
	return it.at < len(it.keys)
}

// Key returns the key.
func (it *MapIter) Key() Value { return it.keys[it.at] }

// Value returns the value.
func (it *MapIter) Value() Value { return it.of.MapIndex(it.keys[it.at]) }

// Seq2 is the entries of a map, or the indices and elements of an array or a slice.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	return func(yield func(Value, Value) bool) {
		if v.Kind() == Map {
			for it := v.MapRange(); it.Next() && yield(it.Key(), it.Value()); {
			}
			return
		}
		for i := 0; i < v.Len() && yield(ValueOf(i), v.Index(i)); i++ {
		}
	}
}

// Equal reports whether two values are of one type and equal.
func (v Value) Equal(u Value) bool {
	if v.typ != u.typ {
		return false
	}
	if v.typ != 0 && !v.Comparable() {
		panic("reflect.Value.Equal: values of type " + v.typ.String() + " are not comparable")
	}
	return v.any() == u.any()
}

// Comparable reports whether == is defined on the value.
func (v Value) Comparable() bool { return v.typ == 0 || v.typ.Comparable() }

// VisibleFields returns the fields of a struct, those of embedded structs included.
func VisibleFields(t Type) []StructField {
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	var fields []StructField
	for i := range t.NumField() {
		f := t.Field(i)
		fields = append(fields, f)
		if !f.Anonymous || f.Type.Kind() != Struct {
			continue
		}
		for _, inner := range VisibleFields(f.Type) {
			inner.Index = append([]int{i}, inner.Index...)
			fields = append(fields, inner)
		}
	}
	return fields
}
