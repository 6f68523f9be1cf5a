package main

import (
	"fmt"
	"sync"
)

type Counter struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *Counter) Inc(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[k]++
}

func main() {
	c := Counter{m: map[string]int{}}
	var wg sync.WaitGroup
	for i := range 100 {
		wg.Go(func() {
			c.Inc([]string{"a", "b", "c"}[i%3])
		})
	}
	wg.Wait()
	fmt.Println(c.m)
	fmt.Println(c.mu.TryLock(), c.mu.TryLock())
	c.mu.Unlock()
}
