// Package rand draws numbers: the functions from the schedule, a Rand from its Source, as Go draws them.
package rand

import "math"

// Source is where numbers come from.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// Source64 is a Source of 64 bits at once.
type Source64 interface {
	Source
	Uint64() uint64
}

// draw returns 64 bits drawn from the schedule.
func draw() uint64

// cooked returns number i of the numbers that every seed is mixed with.
func cooked(i int) uint64

type schedule struct{}

func (schedule) Seed(int64)     {}
func (schedule) Uint64() uint64 { return draw() }
func (schedule) Int63() int64   { return int64(draw() >> 1) }

var global = &Rand{schedule{}}

// The generator is an additive lagged Fibonacci one: each number is the sum of those 607 and 273 before.
const (
	length = 607
	lag    = 273
)

type fibonacci struct {
	tap, feed int
	numbers   [length]uint64
}

// NewSource returns a Source whose numbers follow from seed.
func NewSource(seed int64) Source {
	s := &fibonacci{}
	s.Seed(seed)
	return s
}

func (s *fibonacci) Seed(seed int64) {
	const prime = 1<<31 - 1
	s.tap, s.feed = 0, length-lag
	seed %= prime
	if seed < 0 {
		seed += prime
	}
	if seed == 0 {
		seed = 89482311
	}
	x := uint64(seed)
	step := func() uint64 {
		x = x * 48271 % prime
		return x
	}
	for range 20 {
		step()
	}
	for i := range s.numbers {
		n := step() << 40
		n ^= step() << 20
		n ^= step()
		s.numbers[i] = n ^ cooked(i)
	}
}

func (s *fibonacci) Uint64() uint64 {
	s.tap--
	if s.tap < 0 {
		s.tap += length
	}
	s.feed--
	if s.feed < 0 {
		s.feed += length
	}
	n := s.numbers[s.feed] + s.numbers[s.tap]
	s.numbers[s.feed] = n
	return n
}

func (s *fibonacci) Int63() int64 { return int64(s.Uint64() &^ (1 << 63)) }

// Rand draws from a Source.
type Rand struct{ src Source }

// New returns a Rand that draws from src.
func New(src Source) *Rand { return &Rand{src} }

// Seed makes r begin anew.
func (r *Rand) Seed(seed int64) { r.src.Seed(seed) }

// Int63 returns a number of 63 bits.
func (r *Rand) Int63() int64 { return r.src.Int63() }

// Uint32 returns a number of 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }

// Uint64 returns a number of 64 bits.
func (r *Rand) Uint64() uint64 {
	if s, ok := r.src.(Source64); ok {
		return s.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int31 returns a number of 31 bits.
func (r *Rand) Int31() int32 { return int32(r.Int63() >> 32) }

// Int returns a number of 63 bits.
func (r *Rand) Int() int { return int(r.Int63()) }

// Int63n returns a number from 0 to n-1.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	most := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > most {
		v = r.Int63()
	}
	return v % n
}

// Int31n returns a number from 0 to n-1.
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	most := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > most {
		v = r.Int31()
	}
	return v % n
}

// Intn returns a number from 0 to n-1.
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// Float64 returns a number from 0 up to, but not, 1.
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 returns a number from 0 up to, but not, 1.
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm returns the numbers from 0 to n-1 in some order.
func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := range n {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

// Shuffle brings n things into some order; swap exchanges two.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	i := n - 1
	for ; i > 1<<31-2; i-- {
		swap(i, int(r.Int63n(int64(i+1))))
	}
	for ; i > 0; i-- {
		swap(i, int(r.below(uint32(i+1))))
	}
}

// below returns a number from 0 to n-1 by multiplication.
func (r *Rand) below(n uint32) uint32 {
	product := uint64(r.Uint32()) * uint64(n)
	if uint32(product) < n {
		least := -n % n
		for uint32(product) < least {
			product = uint64(r.Uint32()) * uint64(n)
		}
	}
	return uint32(product >> 32)
}

// ziggurat is a curve cut into layers of one area, after Marsaglia and Tsang: which draws of each layer lie under the
// curve for sure, how wide the layers are, and how high the curve is at their ends.
type ziggurat struct {
	sure   []uint32
	widths []float32
	height []float32
}

// build cuts a falling curve into n layers of the given area, the last of which ends at x; scale is how many draws there
// are to a layer.
func build(n int, x, area, scale float64, curve, inverse func(float64) float64) *ziggurat {
	z := &ziggurat{make([]uint32, n), make([]float32, n), make([]float32, n)}
	base := area / curve(x)
	z.sure[0] = uint32(x / base * scale)
	z.widths[0] = float32(base / scale)
	z.widths[n-1] = float32(x / scale)
	z.height[0] = 1
	z.height[n-1] = float32(curve(x))
	for i := n - 2; i >= 1; i-- {
		inner := inverse(area/x + curve(x))
		z.sure[i+1] = uint32(inner / x * scale)
		x = inner
		z.height[i] = float32(curve(x))
		z.widths[i] = float32(x / scale)
	}
	return z
}

const (
	normalEnd      = 3.442619855899
	exponentialEnd = 7.69711747013104972
)

var (
	normal = build(128, normalEnd, 9.91256303526217e-3, 1<<31,
		func(x float64) float64 { return math.Exp(-.5 * x * x) },
		func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) })
	exponential = build(256, exponentialEnd, 3.9496598225815571993e-3, 1<<32,
		func(x float64) float64 { return math.Exp(-x) },
		func(y float64) float64 { return -math.Log(y) })
)

// NormFloat64 returns a number of the standard normal distribution.
func (r *Rand) NormFloat64() float64 {
	for {
		j := int32(r.Uint32())
		i := j & 127
		x := float64(j) * float64(normal.widths[i])
		size := uint32(j)
		if j < 0 {
			size = uint32(-j)
		}
		if size < normal.sure[i] {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(r.Float64()) * (1.0 / normalEnd)
				y := -math.Log(r.Float64())
				if y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return normalEnd + x
			}
			return -normalEnd - x
		}
		if normal.isUnder(int(i), r, math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// ExpFloat64 returns a number of the exponential distribution with mean 1.
func (r *Rand) ExpFloat64() float64 {
	for {
		j := r.Uint32()
		i := j & 255
		x := float64(j) * float64(exponential.widths[i])
		if j < exponential.sure[i] {
			return x
		}
		if i == 0 {
			return exponentialEnd - math.Log(r.Float64())
		}
		if exponential.isUnder(int(i), r, math.Exp(-x)) {
			return x
		}
	}
}

// isUnder draws a height within layer i and reports whether it lies under the curve, which is y high there.
func (z *ziggurat) isUnder(i int, r *Rand, y float64) bool {
	return z.height[i]+float32(r.Float64())*(z.height[i-1]-z.height[i]) < float32(y)
}

// Seed does nothing: what is drawn follows from the schedule.
func Seed(seed int64) {}

// Int63 returns a number of 63 bits.
func Int63() int64 { return global.Int63() }

// Uint32 returns a number of 32 bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 returns a number of 64 bits.
func Uint64() uint64 { return global.Uint64() }

// Int31 returns a number of 31 bits.
func Int31() int32 { return global.Int31() }

// Int returns a number of 63 bits.
func Int() int { return global.Int() }

// Int63n returns a number from 0 to n-1.
func Int63n(n int64) int64 { return global.Int63n(n) }

// Int31n returns a number from 0 to n-1.
func Int31n(n int32) int32 { return global.Int31n(n) }

// Intn returns a number from 0 to n-1.
func Intn(n int) int { return global.Intn(n) }

// Float64 returns a number from 0 up to, but not, 1.
func Float64() float64 { return global.Float64() }

// Float32 returns a number from 0 up to, but not, 1.
func Float32() float32 { return global.Float32() }

// Perm returns the numbers from 0 to n-1 in some order.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle brings n things into some order; swap exchanges two.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// NormFloat64 returns a number of the standard normal distribution.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 returns a number of the exponential distribution with mean 1.
func ExpFloat64() float64 { return global.ExpFloat64() }
