//how: race

package main

import (
	"fmt"
	"sync"
)

type Counter struct {
	mu sync.Mutex
	n  int
}

func (c *Counter) Inc() {
	c.mu.Lock()
	c.n++
	c.mu.Unlock()
}

func (c *Counter) Get() int {
	return c.n
}

func main() {
	c := &Counter{}
	done := make(chan bool, 1)
	go func() {
		c.Inc()
		done <- true
	}()
	v := c.Get()
	<-done
	fmt.Println(v >= 0)
}
