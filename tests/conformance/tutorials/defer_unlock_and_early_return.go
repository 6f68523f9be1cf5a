package main

import (
	"fmt"
	"sync"
)

type Cache struct {
	mu    sync.Mutex
	items map[string]string
	miss  int
}

func (c *Cache) Get(k string) (v string, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	defer func() {
		if err != nil {
			c.miss++
		}
	}()
	v, ok := c.items[k]
	if !ok {
		return "", fmt.Errorf("key %q not found", k)
	}
	if v == "" {
		panic("empty value for " + k)
	}
	return v, nil
}

func safeGet(c *Cache, k string) (s string) {
	defer func() {
		if r := recover(); r != nil {
			s = fmt.Sprintf("<panic: %v>", r)
		}
	}()
	v, err := c.Get(k)
	if err != nil {
		return "<" + err.Error() + ">"
	}
	return v
}

func main() {
	c := &Cache{items: map[string]string{"a": "1", "b": ""}}
	for _, k := range []string{"a", "b", "z", "a"} {
		fmt.Println(safeGet(c, k))
	}
	fmt.Println(c.miss, c.mu.TryLock())
}
