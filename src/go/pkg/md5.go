// Package md5 hashes by MD5, which is broken: it's for checksums, not for secrets.
package md5

import (
	"hash"
	"math"
	"math/bits"
)

// Sizes in bytes.
const (
	Size      = 16
	BlockSize = 64
)

var start = [4]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}

// By how much each round rotates.
var turns = [4][4]int{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}

// The whole parts of 2^32 × |sin i|, i from 1.
var sines = func() (table [64]uint32) {
	for i := range table {
		table[i] = uint32(int64(math.Abs(math.Sin(float64(i+1))) * (1 << 32)))
	}
	return table
}()

type digest struct {
	h    [4]uint32
	rest []byte
	len  uint64
}

// New returns an MD5 hash.
func New() hash.Hash { return &digest{h: start} }

// Sum returns the hash of data.
func Sum(data []byte) [Size]byte {
	d := digest{h: start}
	d.Write(data)
	return [Size]byte(d.Sum(nil))
}

func (d *digest) Reset()         { *d = digest{h: start} }
func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Write(p []byte) (int, error) {
	d.len += uint64(len(p))
	d.rest = append(d.rest, p...)
	for len(d.rest) >= BlockSize {
		d.block(d.rest[:BlockSize])
		d.rest = d.rest[BlockSize:]
	}
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	end := digest{d.h, append([]byte{}, d.rest...), d.len}
	end.rest = append(end.rest, 0x80)
	for len(end.rest)%BlockSize != 56 {
		end.rest = append(end.rest, 0)
	}
	for shift := 0; shift < 64; shift += 8 {
		end.rest = append(end.rest, byte(d.len*8>>shift))
	}
	for len(end.rest) > 0 {
		end.block(end.rest[:BlockSize])
		end.rest = end.rest[BlockSize:]
	}
	for _, word := range end.h {
		in = append(in, byte(word), byte(word>>8), byte(word>>16), byte(word>>24))
	}
	return in
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
	for i, v := range [4]uint32{a, b, c, d} {
		s.h[i] += v
	}
}
