// Package sha1 hashes by SHA-1, which is broken: it's for checksums, not for secrets.
package sha1

import "math/bits"

// Size is that of a hash in bytes.
const Size = 20

type words [5]uint32

var start = words{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}

// The whole parts of 2^30 times the square roots of 2, 3, 5 and 10.
var rounds = [4]uint32{0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6}

// Sum returns the hash of data.
func Sum(data []byte) [Size]byte { return [Size]byte(sum(data)) }

func put(to []byte, number uint64, bytes int) []byte {
	for shift := 8 * (bytes - 1); shift >= 0; shift -= 8 {
		to = append(to, byte(number>>shift))
	}
	return to
}

func (s *digest) block(p []byte) {
	var w [80]uint32
	for i := range 16 {
		w[i] = uint32(p[4*i])<<24 | uint32(p[4*i+1])<<16 | uint32(p[4*i+2])<<8 | uint32(p[4*i+3])
	}
	for i := 16; i < 80; i++ {
		w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
	}
	a, b, c, d, e := s.h[0], s.h[1], s.h[2], s.h[3], s.h[4]
	for i := range 80 {
		var f uint32
		switch i / 20 {
		case 0:
			f = b&c | ^b&d
		case 2:
			f = b&c | b&d | c&d
		default:
			f = b ^ c ^ d
		}
		f += bits.RotateLeft32(a, 5) + e + rounds[i/20] + w[i]
		a, b, c, d, e = f, a, bits.RotateLeft32(b, 30), c, d
	}
	for i, v := range (words{a, b, c, d, e}) {
		s.h[i] += v
	}
}
