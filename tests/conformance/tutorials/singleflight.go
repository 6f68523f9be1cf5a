package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type call struct {
	wg  sync.WaitGroup
	val string
}

type Group struct {
	mu sync.Mutex
	m  map[string]*call
}

func (g *Group) Do(key string, fn func() string) string {
	g.mu.Lock()
	if g.m == nil {
		g.m = make(map[string]*call)
	}
	if c, ok := g.m[key]; ok {
		g.mu.Unlock()
		c.wg.Wait()
		return c.val
	}
	c := new(call)
	c.wg.Add(1)
	g.m[key] = c
	g.mu.Unlock()
	c.val = fn()
	c.wg.Done()
	g.mu.Lock()
	delete(g.m, key)
	g.mu.Unlock()
	return c.val
}

func main() {
	var g Group
	var calls atomic.Int32
	var wg sync.WaitGroup
	release := make(chan struct{})
	out := make([]string, 10)
	for i := range out {
		wg.Go(func() {
			out[i] = g.Do("key", func() string {
				calls.Add(1)
				<-release
				return "value"
			})
		})
	}
	time.Sleep(20 * time.Millisecond)
	close(release)
	wg.Wait()
	fmt.Println(calls.Load(), out[0], out[9])
}
