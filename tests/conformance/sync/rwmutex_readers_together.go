package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	start := time.Now()
	for range 5 {
		wg.Go(func() {
			mu.RLock()
			defer mu.RUnlock()
			time.Sleep(50 * time.Millisecond)
		})
	}
	wg.Wait()
	fmt.Println("readers together:", time.Since(start) < 150*time.Millisecond)
	start = time.Now()
	for range 3 {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			time.Sleep(50 * time.Millisecond)
		})
	}
	wg.Wait()
	fmt.Println("writers one by one:", time.Since(start) >= 150*time.Millisecond)
}
