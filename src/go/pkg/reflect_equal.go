package reflect

// pair is two references that are being compared, so that what refers to itself comes to an end.
type pair struct {
	a, b uint64
	typ  rtype
}

// DeepEqual reports whether x and y are of one type and equal through and through: arrays, slices, maps, structs, and what
// pointers and interfaces lead to. A nil slice isn't an empty one, and functions are equal only where both are nil.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := ValueOf(x), ValueOf(y)
	return a.typ == b.typ && deepEqual(a, b, map[pair]bool{})
}

func deepEqual(a, b Value, seen map[pair]bool) bool {
	if a.typ != b.typ {
		return false
	}
	kind := a.Kind()
	switch kind {
	case Pointer, Map, Slice:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		same := pair{slotOf(a.any()), slotOf(b.any()), a.typ}
		if kind != Slice && same.a == same.b || seen[same] {
			return true
		}
		seen[same] = true
	}
	switch kind {
	case Invalid:
		return true
	case Array, Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !deepEqual(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	case Struct:
		for i := range a.NumField() {
			if !deepEqual(a.Field(i), b.Field(i), seen) {
				return false
			}
		}
		return true
	case Interface, Pointer:
		return deepEqual(a.Elem(), b.Elem(), seen)
	case Map:
		if a.Len() != b.Len() {
			return false
		}
		for _, key := range a.MapKeys() {
			v, w := a.MapIndex(key), b.MapIndex(key)
			if !v.IsValid() || !w.IsValid() || !deepEqual(v, w, seen) {
				return false
			}
		}
		return true
	case Func:
		return a.IsNil() && b.IsNil()
	}
	return a.any() == b.any()
}
