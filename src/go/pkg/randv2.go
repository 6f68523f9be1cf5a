// Package rand draws numbers. A Rand with a PCG draws what real Go's does; the functions draw what the schedule's seed says.
package rand

import (
	"math/bits"
	old "math/rand"
)

// A Source is what random bits come from.
type Source interface{ Uint64() uint64 }

// A PCG is a source with 128 bits of state.
type PCG struct{ hi, lo uint64 }

// NewPCG returns a PCG with this seed.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed makes p go on as NewPCG with this seed.
func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

// Uint64 returns 64 random bits.
func (p *PCG) Uint64() uint64 {
	const (
		mulHi = 2549297995355413924
		mulLo = 4865540595714422341
		incHi = 6364136223846793005
		incLo = 1442695040888963407
		cheap = 0xda942042e4dd58b5
	)
	hi, lo := bits.Mul64(p.lo, mulLo)
	hi += p.hi*mulLo + p.lo*mulHi
	lo, carry := bits.Add64(lo, incLo, 0)
	hi, _ = bits.Add64(hi, incHi, carry)
	p.hi, p.lo = hi, lo
	// The output is the state, mixed: "DXSM".
	hi ^= hi >> 32
	hi *= cheap
	hi ^= hi >> 48
	return hi * (lo | 1)
}

// A Rand draws numbers from a source.
type Rand struct{ src Source }

// New returns a Rand that draws from src.
func New(src Source) *Rand { return &Rand{src} }

type seeded struct{}

func (seeded) Uint64() uint64 { return old.Uint64() }

var global = New(seeded{})

// Int64 returns a number from 0 up.
func (r *Rand) Int64() int64 { return int64(r.src.Uint64() &^ (1 << 63)) }

// Uint32 returns any number of its type.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }

// Uint64 returns any number of its type.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Int32 returns a number from 0 up.
func (r *Rand) Int32() int32 { return int32(r.src.Uint64() >> 33) }

// Int returns a number from 0 up.
func (r *Rand) Int() int { return int(uint(r.src.Uint64()) << 1 >> 1) }

// Uint returns any number of its type.
func (r *Rand) Uint() uint { return uint(r.src.Uint64()) }

// Int64N returns a number from 0 up to n, which isn't one of them.
func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.uint64n(uint64(n)))
}

// Uint64N returns a number below n.
func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.uint64n(n)
}

func (r *Rand) uint64n(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	if uint64(uint32(n)) == n {
		return uint64(r.uint32n(uint32(n)))
	}
	hi, lo := bits.Mul64(r.Uint64(), n)
	if lo < n {
		for least := -n % n; lo < least; {
			hi, lo = bits.Mul64(r.Uint64(), n)
		}
	}
	return hi
}

func (r *Rand) uint32n(n uint32) uint32 {
	if n&(n-1) == 0 {
		return uint32(r.Uint64()) & (n - 1)
	}
	product := uint64(r.Uint32()) * uint64(n)
	if uint32(product) < n {
		for least := -n % n; uint32(product) < least; {
			product = uint64(r.Uint32()) * uint64(n)
		}
	}
	return uint32(product >> 32)
}

// Int32N returns a number from 0 up to n, which isn't one of them.
func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.uint64n(uint64(n)))
}

// Uint32N returns a number below n.
func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.uint64n(uint64(n)))
}

// IntN returns a number from 0 up to n, which isn't one of them.
func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.uint64n(uint64(n)))
}

// UintN returns a number below n.
func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.uint64n(uint64(n)))
}

// Float64 returns a number from 0 up to 1, which isn't one of them.
func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }

// Float32 returns a number from 0 up to 1, which isn't one of them.
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm returns the numbers below n in a random order.
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// Shuffle swaps n things into a random order.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		j := int(r.uint64n(uint64(i + 1)))
		swap(i, j)
	}
}

// Int64 returns a number from 0 up.
func Int64() int64 { return global.Int64() }

// Uint32 returns any number of its type.
func Uint32() uint32 { return global.Uint32() }

// Uint64 returns any number of its type.
func Uint64() uint64 { return global.Uint64() }

// Int32 returns a number from 0 up.
func Int32() int32 { return global.Int32() }

// Int returns a number from 0 up.
func Int() int { return global.Int() }

// Uint returns any number of its type.
func Uint() uint { return global.Uint() }

// Int64N returns a number from 0 up to n, which isn't one of them.
func Int64N(n int64) int64 { return global.Int64N(n) }

// Uint64N returns a number below n.
func Uint64N(n uint64) uint64 { return global.Uint64N(n) }

// Int32N returns a number from 0 up to n, which isn't one of them.
func Int32N(n int32) int32 { return global.Int32N(n) }

// Uint32N returns a number below n.
func Uint32N(n uint32) uint32 { return global.Uint32N(n) }

// IntN returns a number from 0 up to n, which isn't one of them.
func IntN(n int) int { return global.IntN(n) }

// UintN returns a number below n.
func UintN(n uint) uint { return global.UintN(n) }

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N returns a number from 0 up to n, which isn't one of them.
func N[Int intType](n Int) Int { return global.N(n) }

// N returns a number from 0 up to n, which isn't one of them.
func (r *Rand) N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(r.uint64n(uint64(n)))
}

// Float64 returns a number from 0 up to 1, which isn't one of them.
func Float64() float64 { return global.Float64() }

// Float32 returns a number from 0 up to 1, which isn't one of them.
func Float32() float32 { return global.Float32() }

// Perm returns the numbers below n in a random order.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle swaps n things into a random order.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// NormFloat64 returns a number of the normal distribution with mean 0 and deviation 1.
func NormFloat64() float64 { return old.NormFloat64() }

// ExpFloat64 returns a number of the exponential distribution with mean 1.
func ExpFloat64() float64 { return old.ExpFloat64() }
