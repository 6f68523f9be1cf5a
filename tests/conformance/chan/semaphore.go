package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	sem := make(chan struct{}, 3)
	var wg sync.WaitGroup
	var now, most atomic.Int32
	for range 20 {
		wg.Go(func() {
			sem <- struct{}{}
			defer func() { <-sem }()
			n := now.Add(1)
			for {
				m := most.Load()
				if n <= m || most.CompareAndSwap(m, n) {
					break
				}
			}
			time.Sleep(time.Millisecond)
			now.Add(-1)
		})
	}
	wg.Wait()
	fmt.Println(most.Load(), now.Load(), len(sem))
}
