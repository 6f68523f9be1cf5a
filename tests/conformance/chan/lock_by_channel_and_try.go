package main

import (
	"fmt"
	"sync"
)

type ChanMutex chan struct{}

func New() ChanMutex        { m := make(ChanMutex, 1); m <- struct{}{}; return m }
func (m ChanMutex) Lock()   { <-m }
func (m ChanMutex) Unlock() { m <- struct{}{} }
func (m ChanMutex) TryLock() bool {
	select {
	case <-m:
		return true
	default:
		return false
	}
}

func main() {
	m := New()
	n := 0
	var wg sync.WaitGroup
	for range 30 {
		wg.Go(func() {
			m.Lock()
			defer m.Unlock()
			n++
		})
	}
	wg.Wait()
	fmt.Println(n, m.TryLock(), m.TryLock())
}
