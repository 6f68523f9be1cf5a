package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	done := make(chan struct{})
	var wg sync.WaitGroup
	var stopped atomic.Int32
	for range 10 {
		wg.Go(func() {
			<-done
			stopped.Add(1)
		})
	}
	close(done)
	wg.Wait()
	fmt.Println(stopped.Load())
}
