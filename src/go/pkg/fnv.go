// Package fnv hashes by Fowler, Noll and Vo's method.
package fnv

import "hash"

const (
	offset32 = 2166136261
	offset64 = 14695981039346656037
	prime32  = 16777619
	prime64  = 1099511628211
)

type sum32 struct {
	sum uint32
	a   bool
}

type sum64 struct {
	sum uint64
	a   bool
}

// New32 returns a 32-bit FNV-1 hash.
func New32() hash.Hash32 { return &sum32{offset32, false} }

// New32a returns a 32-bit FNV-1a hash.
func New32a() hash.Hash32 { return &sum32{offset32, true} }

// New64 returns a 64-bit FNV-1 hash.
func New64() hash.Hash64 { return &sum64{offset64, false} }

// New64a returns a 64-bit FNV-1a hash.
func New64a() hash.Hash64 { return &sum64{offset64, true} }

func (s *sum32) Write(data []byte) (int, error) {
	for _, c := range data {
		if s.a {
			s.sum = (s.sum ^ uint32(c)) * prime32
		} else {
			s.sum = s.sum*prime32 ^ uint32(c)
		}
	}
	return len(data), nil
}

func (s *sum64) Write(data []byte) (int, error) {
	for _, c := range data {
		if s.a {
			s.sum = (s.sum ^ uint64(c)) * prime64
		} else {
			s.sum = s.sum*prime64 ^ uint64(c)
		}
	}
	return len(data), nil
}

func (s *sum32) Sum32() uint32  { return s.sum }
func (s *sum64) Sum64() uint64  { return s.sum }
func (s *sum32) Reset()         { s.sum = offset32 }
func (s *sum64) Reset()         { s.sum = offset64 }
func (s *sum32) Size() int      { return 4 }
func (s *sum64) Size() int      { return 8 }
func (s *sum32) BlockSize() int { return 1 }
func (s *sum64) BlockSize() int { return 1 }

func (s *sum32) Sum(in []byte) []byte {
	return append(in, byte(s.sum>>24), byte(s.sum>>16), byte(s.sum>>8), byte(s.sum))
}

func (s *sum64) Sum(in []byte) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		in = append(in, byte(s.sum>>shift))
	}
	return in
}
