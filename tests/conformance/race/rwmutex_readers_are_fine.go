//how: race

package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	m := map[int]int{}
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() {
			if i%2 == 0 {
				mu.Lock()
				m[i] = i
				mu.Unlock()
			} else {
				mu.RLock()
				_ = m[i]
				mu.RUnlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(len(m))
}
