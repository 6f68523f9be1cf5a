//how: refused

package main

import (
	"fmt"
	"sync"
)

type Cache struct {
	mu   sync.Mutex
	data map[string]int
}

func NewCache() Cache {
	return &Cache{data: make(map[string]int)}
}

func (c *Cache) Get(key string) (int, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	v := c.data[key]
	return v
}

func (c *Cache) Set(key, value string) {
	c.data[key] = value
}

func main() {
	c := NewCache()
	c.Set("a", 1)
	v, ok := c.Get("a")
	fmt.Println(v)
}
