package main

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
)

type Lazy[T any] struct {
	once sync.Once
	val  T
	err  error
	load func() (T, error)
}

func (l *Lazy[T]) Get() (T, error) {
	l.once.Do(func() { l.val, l.err = l.load() })
	return l.val, l.err
}

type Cache[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]*Lazy[V]
}

func (c *Cache[K, V]) Get(k K, load func(K) (V, error)) (V, error) {
	c.mu.Lock()
	if c.m == nil {
		c.m = map[K]*Lazy[V]{}
	}
	l, ok := c.m[k]
	if !ok {
		l = &Lazy[V]{load: func() (V, error) { return load(k) }}
		c.m[k] = l
	}
	c.mu.Unlock()
	return l.Get()
}

func main() {
	var c Cache[int, string]
	var loads atomic.Int32
	load := func(k int) (string, error) {
		loads.Add(1)
		if k == 3 {
			return "", fmt.Errorf("no %d", k)
		}
		return strings.Repeat("x", k), nil
	}
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Go(func() { c.Get(i%4, load) })
	}
	wg.Wait()
	fmt.Println(loads.Load())
	fmt.Println(c.Get(2, load))
	fmt.Println(c.Get(3, load))
}
