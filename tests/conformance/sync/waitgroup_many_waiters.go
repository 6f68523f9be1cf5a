package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var gate, all sync.WaitGroup
	gate.Add(1)
	var n atomic.Int64
	for range 5 {
		all.Go(func() {
			gate.Wait()
			n.Add(1)
		})
	}
	fmt.Println(n.Load())
	gate.Done()
	all.Wait()
	fmt.Println(n.Load())
}
