//how: one_p

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	mu.Lock()
	for i := range 3 {
		wg.Go(func() {
			mu.RLock()
			fmt.Println("reader", i)
			mu.RUnlock()
		})
	}
	wg.Go(func() {
		mu.Lock()
		fmt.Println("writer")
		mu.Unlock()
	})
	runtime.Gosched()
	fmt.Println("unlock")
	mu.Unlock()
	wg.Wait()
}
