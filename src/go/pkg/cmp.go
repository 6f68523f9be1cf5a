// Package cmp compares ordered values.
package cmp

// Ordered is any type whose values < orders.
type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 |
		~string
}

// Less reports whether x is before y; a NaN is before all else.
func Less[T Ordered](x, y T) bool { return (x != x && y == y) || x < y }

// Compare returns -1, 0 or +1 as x is before y, at the same place, or after it; a NaN is before all else.
func Compare[T Ordered](x, y T) int {
	if x < y {
		return -1
	}
	if x > y {
		return +1
	}
	if x == y {
		return 0
	}
	// At least one is NaN.
	switch {
	case x == x:
		return +1
	case y == y:
		return -1
	}
	return 0
}

// Or returns the first of its arguments that isn't the zero value.
func Or[T comparable](vals ...T) T {
	var zero T
	for _, val := range vals {
		if val != zero {
			return val
		}
	}
	return zero
}
