package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	start := time.Now()
	for range 4 {
		wg.Go(func() {
			mu.Lock()
			time.Sleep(40 * time.Millisecond)
			mu.Unlock()
		})
	}
	wg.Wait()
	d := time.Since(start)
	fmt.Println(d >= 160*time.Millisecond, d < 400*time.Millisecond)
}
