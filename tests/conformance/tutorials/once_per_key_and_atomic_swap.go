package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Config struct {
	version int
	hosts   []string
}

var current atomic.Pointer[Config]

func reload(v int, hosts ...string) { current.Store(&Config{v, hosts}) }

func main() {
	reload(1, "a")
	var wg sync.WaitGroup
	bad := atomic.Int32{}
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if i == 10 {
				reload(2, "a", "b")
			}
			c := current.Load()
			if c.version != len(c.hosts) {
				bad.Add(1)
			}
		}()
	}
	wg.Wait()
	fmt.Println(bad.Load(), *current.Load())
}
