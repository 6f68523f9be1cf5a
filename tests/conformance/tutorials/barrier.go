package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n     int
	count int
	phase int
}

func NewBarrier(n int) *Barrier {
	b := &Barrier{n: n}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *Barrier) Wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	phase := b.phase
	b.count++
	if b.count == b.n {
		b.count = 0
		b.phase++
		b.cond.Broadcast()
		return
	}
	for phase == b.phase {
		b.cond.Wait()
	}
}

func main() {
	const n = 4
	b := NewBarrier(n)
	var steps [3]atomic.Int32
	var wg sync.WaitGroup
	ok := true
	for range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for s := range steps {
				steps[s].Add(1)
				b.Wait()
				if steps[s].Load() != n {
					ok = false
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(ok, b.phase)
}
