//how: race

package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

func main() {
	var n, flag atomic.Int64
	data := 0
	go func() {
		data = 42
		flag.Store(1)
	}()
	for flag.Load() == 0 {
		runtime.Gosched()
	}
	n.Add(1)
	fmt.Println(data, n.Load())
}
