// Package md5 hashes by MD5, which is broken: it's for checksums, not for secrets.
package md5

import (
	"math"
	"math/bits"
)

// Size is that of a hash in bytes.
const Size = 16

type words [4]uint32

var start = words{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}

// By how much each round rotates.
var turns = [4][4]int{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}

// The whole parts of 2^32 × |sin i|, i from 1.
var sines = func() (table [64]uint32) {
	for i := range table {
		table[i] = uint32(int64(math.Abs(math.Sin(float64(i+1))) * (1 << 32)))
	}
	return table
}()

// Sum returns the hash of data.
func Sum(data []byte) [Size]byte { return [Size]byte(sum(data)) }

func put(to []byte, number uint64, bytes int) []byte {
	for range bytes {
		to = append(to, byte(number))
		number >>= 8
	}
	return to
}

func (s *digest) block(p []byte) {
	var w [16]uint32
	for i := range w {
		w[i] = uint32(p[4*i]) | uint32(p[4*i+1])<<8 | uint32(p[4*i+2])<<16 | uint32(p[4*i+3])<<24
	}
	a, b, c, d := s.h[0], s.h[1], s.h[2], s.h[3]
	for i := range 64 {
		var f uint32
		g := i
		switch i / 16 {
		case 0:
			f = b&c | ^b&d
		case 1:
			f, g = d&b|^d&c, 5*i+1
		case 2:
			f, g = b^c^d, 3*i+5
		case 3:
			f, g = c^(b|^d), 7*i
		}
		f += a + sines[i] + w[g%16]
		a, d, c = d, c, b
		b += bits.RotateLeft32(f, turns[i/16][i%4])
	}
	for i, v := range (words{a, b, c, d}) {
		s.h[i] += v
	}
}
