// Package singleflight lets those who ask for the same thing at the same time share one call.
package singleflight

import "sync"

// Result is what a call came to.
type Result struct {
	Val    any
	Err    error
	Shared bool
}

type call struct {
	wg    sync.WaitGroup
	val   any
	err   error
	dups  int
	chans []chan<- Result
}

// Group keeps the calls under way, by key.
type Group struct {
	mu sync.Mutex
	m  map[string]*call
}

// Do calls fn, unless a call for key is under way, whose results it waits for. shared says whether others got them too.
func (g *Group) Do(key string, fn func() (any, error)) (v any, err error, shared bool) {
	g.mu.Lock()
	if g.m == nil {
		g.m = make(map[string]*call)
	}
	if c, ok := g.m[key]; ok {
		c.dups++
		g.mu.Unlock()
		c.wg.Wait()
		return c.val, c.err, true
	}
	c := new(call)
	c.wg.Add(1)
	g.m[key] = c
	g.mu.Unlock()
	g.run(c, key, fn)
	return c.val, c.err, c.dups > 0
}

// DoChan is Do, with the results on a channel.
func (g *Group) DoChan(key string, fn func() (any, error)) <-chan Result {
	ch := make(chan Result, 1)
	g.mu.Lock()
	if g.m == nil {
		g.m = make(map[string]*call)
	}
	if c, ok := g.m[key]; ok {
		c.dups++
		c.chans = append(c.chans, ch)
		g.mu.Unlock()
		return ch
	}
	c := &call{chans: []chan<- Result{ch}}
	c.wg.Add(1)
	g.m[key] = c
	g.mu.Unlock()
	go g.run(c, key, fn)
	return ch
}

func (g *Group) run(c *call, key string, fn func() (any, error)) {
	c.val, c.err = fn()
	g.mu.Lock()
	defer g.mu.Unlock()
	c.wg.Done()
	if g.m[key] == c {
		delete(g.m, key)
	}
	for _, ch := range c.chans {
		ch <- Result{c.val, c.err, c.dups > 0}
	}
}

// Forget makes the next Do for key call again.
func (g *Group) Forget(key string) {
	g.mu.Lock()
	delete(g.m, key)
	g.mu.Unlock()
}
