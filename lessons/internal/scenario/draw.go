package scenario

import (
	"math"
	"math/bits"
	"time"
)

// What the seed, BRIGADE_SEED, decides. Each draw is a function of the seed, of what is drawn, of the order (or source)
// and of the attempt, never of the order of asking; so order 7 takes as long here as in the workbook, to the nanosecond
// but for the last digit of a logarithm, and has the same fate.

type kind uint64

const (
	timing    kind = 1
	straggler kind = 2
	fate      kind = 3
	backOff   kind = 4
	gap       kind = 5
)

var stirred uint64

// Time is how long order (or source) index takes, where a setting names the mean in ms.
func Time(mean string, index int) time.Duration {
	t := float64(Millis(mean))
	spread := Float("spread")
	draw := drawing(timing, index, 0)
	switch Word("distribution") {
	case "uniform":
		t *= 1 - spread + 2*spread*draw.unit()
	case "exponential":
		t = draw.exponential(t)
	case "lognormal":
		variance := math.Log(1 + spread*spread)
		radius := math.Sqrt(-2 * math.Log(1-draw.unit()))
		normal := radius * math.Cos(2*math.Pi*draw.unit())
		t *= math.Exp(math.Sqrt(variance)*normal - variance/2)
	}
	if drawing(straggler, index, 0).unit() < Float("stragglers") {
		t *= Float("straggler_factor")
	}
	return time.Duration(math.RoundToEven(t))
}

// Fails says whether order (or source) index is bound to fail.
func Fails(index int) bool { return drawing(fate, index, 0).unit() < Float("fail_rate") }

// BackOff is how long order index pauses before attempt n+1.
func BackOff(index, n int) time.Duration {
	longest := uint64(math.Ldexp(float64(Millis("retry_ms")), n)) // more than a century needs no care
	pause, _ := bits.Mul64(drawing(backOff, index, n).next(), longest+1)
	return time.Duration(pause)
}

// Arrival is when order index comes, where the one before it came at before.
func Arrival(index int, before time.Duration) time.Duration {
	gapNs := float64(time.Second) / Float("arrival_per_s")
	switch Word("arrival") {
	case "paced":
		return time.Duration(math.RoundToEven(gapNs * float64(index)))
	case "poisson":
		return before + time.Duration(math.RoundToEven(drawing(gap, index, 0).exponential(gapNs)))
	}
	return 0
}

func drawing(what kind, index, attempt int) *stream {
	tagged := stirred ^ uint64(what)<<32 ^ uint64(attempt)
	return seeded(seeded(tagged).next() ^ uint64(index))
}

// stream is a permuted congruential generator: PCG XSL-RR of 128 bits, multiplicative.
type stream struct{ hi, lo uint64 }

// seeded fills the state from a smaller generator of the same family.
func seeded(seed uint64) *stream {
	var words [4]uint64
	for i := range words {
		seed = seed*6364136223846793005 + 11634580027462260723
		words[i] = uint64(bits.RotateLeft32(uint32((seed>>18^seed)>>27), -int(seed>>59)))
	}
	return &stream{hi: words[3]<<32 | words[2], lo: words[1]<<32 | words[0] | 1}
}

func (s *stream) next() uint64 {
	const hi, lo = 0x2360ed051fc65da4, 0x4385df649fccf645
	high, low := bits.Mul64(s.lo, lo)
	s.hi, s.lo = high+s.hi*lo+s.lo*hi, low
	return bits.RotateLeft64(s.hi^s.lo, -int(s.hi>>58))
}

// unit is uniform from 0 to below 1.
func (s *stream) unit() float64 { return float64(s.next()>>11) / (1 << 53) }

func (s *stream) exponential(mean float64) float64 { return -mean * math.Log(1-s.unit()) }
