package main

import (
	"fmt"
	"sync"
)

func main() {
	c := sync.NewCond(&sync.Mutex{})
	ready := false
	var wg, waiting sync.WaitGroup
	n := 0
	for range 5 {
		waiting.Add(1)
		wg.Go(func() {
			c.L.Lock()
			waiting.Done()
			for !ready {
				c.Wait()
			}
			n++
			c.L.Unlock()
		})
	}
	waiting.Wait()
	c.L.Lock()
	ready = true
	c.Broadcast()
	c.L.Unlock()
	wg.Wait()
	fmt.Println(n)
}
