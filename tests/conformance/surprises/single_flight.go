package main

import (
	"fmt"
	"runtime"
	"sync"
)

type call[V any] struct {
	done chan struct{}
	val  V
	err  error
	dups int
}

type Group[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]*call[V]
}

func (g *Group[K, V]) Do(key K, fn func(K) (V, error)) (v V, err error, shared bool) {
	g.mu.Lock()
	if g.m == nil {
		g.m = make(map[K]*call[V])
	}
	if c, ok := g.m[key]; ok {
		c.dups++
		g.mu.Unlock()
		<-c.done
		return c.val, c.err, true
	}
	c := &call[V]{done: make(chan struct{})}
	g.m[key] = c
	g.mu.Unlock()

	func() {
		defer func() {
			if r := recover(); r != nil {
				c.err = fmt.Errorf("panicked: %v", r)
			}
			g.mu.Lock()
			defer g.mu.Unlock()
			delete(g.m, key)
			close(c.done)
		}()
		c.val, c.err = fn(key)
	}()
	return c.val, c.err, c.dups > 0
}

type point struct{ x, y int }

func main() {
	var g Group[point, string]
	var wg sync.WaitGroup
	calls := 0
	gate := make(chan bool)
	results := make([]string, 4)
	for i := range results {
		wg.Go(func() {
			v, err, shared := g.Do(point{1, 2}, func(p point) (string, error) {
				calls++
				<-gate
				return fmt.Sprintf("%+v", p), nil
			})
			results[i] = fmt.Sprint(v, err, shared)
		})
	}
	for {
		g.mu.Lock()
		c := g.m[point{1, 2}]
		waiting := c != nil && c.dups == 3
		g.mu.Unlock()
		if waiting {
			break
		}
		runtime.Gosched()
	}
	close(gate)
	wg.Wait()
	fmt.Println(calls, results)
	_, err, shared := g.Do(point{}, func(point) (string, error) { var m map[string]int; m["x"] = 1; return "", nil })
	fmt.Println(err, shared, len(g.m))
}
