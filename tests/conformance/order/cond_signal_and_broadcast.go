//how: one_p

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	c := sync.NewCond(&sync.Mutex{})
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() {
			c.L.Lock()
			c.Wait()
			fmt.Println("woken", i)
			c.L.Unlock()
		})
	}
	runtime.Gosched()
	c.Signal()
	runtime.Gosched()
	fmt.Println("broadcast")
	c.Broadcast()
	wg.Wait()
}
