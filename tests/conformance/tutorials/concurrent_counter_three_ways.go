package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Counter interface {
	Inc()
	Value() int64
}

type MutexCounter struct {
	mu sync.Mutex
	n  int64
}

func (c *MutexCounter) Inc()         { c.mu.Lock(); c.n++; c.mu.Unlock() }
func (c *MutexCounter) Value() int64 { c.mu.Lock(); defer c.mu.Unlock(); return c.n }

type AtomicCounter struct{ n atomic.Int64 }

func (c *AtomicCounter) Inc()         { c.n.Add(1) }
func (c *AtomicCounter) Value() int64 { return c.n.Load() }

type ChanCounter struct {
	inc chan struct{}
	get chan int64
}

func NewChanCounter() *ChanCounter {
	c := &ChanCounter{make(chan struct{}), make(chan int64)}
	go func() {
		var n int64
		for {
			select {
			case <-c.inc:
				n++
			case c.get <- n:
			}
		}
	}()
	return c
}

func (c *ChanCounter) Inc()         { c.inc <- struct{}{} }
func (c *ChanCounter) Value() int64 { return <-c.get }

func main() {
	for _, c := range []Counter{&MutexCounter{}, &AtomicCounter{}, NewChanCounter()} {
		var wg sync.WaitGroup
		for range 50 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for range 20 {
					c.Inc()
				}
			}()
		}
		wg.Wait()
		fmt.Printf("%T %d\n", c, c.Value())
	}
}
