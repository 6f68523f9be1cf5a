package main

import (
	"fmt"
	"golang.org/x/sync/errgroup"
	"sync/atomic"
	"time"
)

func main() {
	var g errgroup.Group
	out := make([]int, 5)
	for i := range out {
		g.Go(func() error {
			out[i] = i * 10
			if i == 3 {
				return fmt.Errorf("task %d failed", i)
			}
			return nil
		})
	}
	fmt.Println(g.Wait(), out)
	var ok errgroup.Group
	ok.SetLimit(2)
	var now, most atomic.Int32
	for range 8 {
		ok.Go(func() error {
			most.Store(max(most.Load(), now.Add(1)))
			time.Sleep(2 * time.Millisecond)
			now.Add(-1)
			return nil
		})
	}
	fmt.Println(ok.Wait(), most.Load() <= 2)
	var full errgroup.Group
	full.SetLimit(1)
	block := make(chan bool)
	fmt.Println(full.TryGo(func() error { <-block; return nil }), full.TryGo(func() error { return nil }))
	close(block)
	fmt.Println(full.Wait())
}
