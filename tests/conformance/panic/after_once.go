package main

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
)

type counter struct {
	sync.Mutex
	atomic.Int32
	m map[string]int
}

func main() {
	c := counter{m: map[string]int{}}
	c.Lock()
	c.m["x"]++
	c.Unlock()
	c.Add(3)
	fmt.Println(c.Load(), c.m, strings.ToUpper("x"))
	var once sync.Once
	defer func() {
		fmt.Println("r:", recover())
		once.Do(func() { fmt.Println("never again") })
		ch := make(chan struct{})
		close(ch)
		close(ch)
	}()
	once.Do(func() { panic("in once") })
}
