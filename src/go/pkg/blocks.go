// Package blocks is what the hashes share that go by blocks of 64 bytes; each has all of it as its own. They say what their
// state begins as (words, start), how a number is laid down (put), and what a block does to the state.
package blocks

import "hash"

const BlockSize = 64

type digest struct {
	h    words
	rest []byte
	len  uint64
}

// New returns a hash of this package's kind.
func New() hash.Hash { return &digest{h: start} }

func sum(data []byte) []byte {
	d := digest{h: start}
	d.Write(data)
	return d.Sum(nil)
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

// Sum appends the hash to in: that of a copy, to which the padding and the length in bits are written.
func (d *digest) Sum(in []byte) []byte {
	end := digest{d.h, append([]byte{}, d.rest...), d.len}
	padding := make([]byte, 1+(BlockSize+55-len(d.rest))%BlockSize)
	padding[0] = 0x80
	end.Write(put(padding, d.len*8, 8))
	for _, word := range end.h {
		in = put(in, uint64(word), 4)
	}
	return in
}
