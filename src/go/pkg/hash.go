// Package hash names what can be hashed with.
package hash

import "io"

// Hash takes bytes and sums them up.
type Hash interface {
	io.Writer
	// Sum appends the sum to b.
	Sum(b []byte) []byte
	// Reset forgets what was written.
	Reset()
	// Size returns the number of bytes of a sum.
	Size() int
	// BlockSize returns the number of bytes that it takes best at once.
	BlockSize() int
}

// Hash32 is a Hash whose sum is a number of 32 bits.
type Hash32 interface {
	Hash
	Sum32() uint32
}

// Hash64 is a Hash whose sum is a number of 64 bits.
type Hash64 interface {
	Hash
	Sum64() uint64
}
