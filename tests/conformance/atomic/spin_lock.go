package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

type SpinLock struct{ held atomic.Bool }

func (l *SpinLock) Lock() {
	for !l.held.CompareAndSwap(false, true) {
		runtime.Gosched()
	}
}

func (l *SpinLock) Unlock() { l.held.Store(false) }

func main() {
	var l SpinLock
	var wg sync.WaitGroup
	n := 0
	for range 50 {
		wg.Go(func() {
			for range 10 {
				l.Lock()
				n++
				l.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(n)
}
