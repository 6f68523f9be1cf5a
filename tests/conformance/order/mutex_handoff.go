//how: one_p

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	for i := range 4 {
		wg.Go(func() {
			mu.Lock()
			fmt.Println("in", i)
			mu.Unlock()
		})
	}
	runtime.Gosched()
	fmt.Println("unlock")
	mu.Unlock()
	wg.Wait()
}
