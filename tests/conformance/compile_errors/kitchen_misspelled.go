//how: refused

package main

import (
	"sync"
	"sync/atomic"
)

func main() {
	var once sync.Once
	once.Do(5)
	once.do(func() {})
	var n atomic.Int64
	n++
	n.Add("x")
	n = 5
	x := n + 1
	atomic.AddInt64(n, 1)
	var i int
	atomic.AddInt64(&i, 1)
	sync.OnceValue(func() {})
	var m sync.Map
	m["a"] = 1
	_ = x
}
