package main

import (
	"fmt"
	"sync"
)

type Config struct {
	mu   sync.RWMutex
	vals map[string]string
}

func (c *Config) Get(k string) (string, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.vals[k]
	return v, ok
}

func (c *Config) Set(k, v string) {
	c.mu.Lock()
	c.vals[k] = v
	c.mu.Unlock()
}

func main() {
	c := &Config{vals: map[string]string{}}
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			if i%4 == 0 {
				c.Set(fmt.Sprint("k", i), "v")
			} else {
				c.Get("k0")
			}
		})
	}
	wg.Wait()
	fmt.Println(len(c.vals))
	fmt.Println(c.Get("k16"))
	fmt.Println(c.Get("nope"))
}
