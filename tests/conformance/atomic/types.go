package main

import (
	"fmt"
	"sync/atomic"
)

type Config struct{ name string }

type Stats struct {
	hits   atomic.Int64
	active atomic.Bool
	cfg    atomic.Pointer[Config]
	any    atomic.Value
	small  atomic.Int32
	u      atomic.Uint64
	u32    atomic.Uint32
}

func main() {
	var s Stats
	fmt.Println(s.hits.Add(3), s.hits.Load(), s.hits.Swap(10), s.hits.CompareAndSwap(10, 11), s.hits.Load())
	fmt.Println(s.active.Load(), s.active.Swap(true), s.active.Load(), s.active.CompareAndSwap(false, true))
	fmt.Println(s.cfg.Load() == nil)
	s.cfg.Store(&Config{"one"})
	old := s.cfg.Swap(&Config{"two"})
	fmt.Println(old.name, s.cfg.Load().name, s.cfg.CompareAndSwap(old, nil))
	fmt.Println(s.any.Load())
	s.any.Store([]string{"x"})
	fmt.Println(s.any.Load().([]string)[0])
	s.small.Store(-5)
	fmt.Println(s.small.Load(), s.u.Add(7), s.u32.Add(^uint32(0)))
	fmt.Println(s.small.And(3), s.small.Or(8), s.small.Load())
}
