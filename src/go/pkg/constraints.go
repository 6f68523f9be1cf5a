// Package constraints has constraints of type parameters.
package constraints

import "cmp"

// Signed is the signed integer types.
type Signed interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64
}

// Unsigned is the unsigned integer types.
type Unsigned interface {
	~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// Integer is the integer types.
type Integer interface{ Signed | Unsigned }

// Float is the floating-point types.
type Float interface{ ~float32 | ~float64 }

// Complex is the complex types.
type Complex interface{ ~complex64 | ~complex128 }

// Ordered is the types whose values have an order.
type Ordered = cmp.Ordered
