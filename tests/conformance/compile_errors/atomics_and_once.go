//how: refused

package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var n atomic.Int64
	n = n + 1
	n += 1
	fmt.Println(n == 0)
	var x int32
	atomic.AddInt64(&x, 1)
	atomic.AddInt32(x, 1)
	atomic.StoreInt32(&x)
	var p atomic.Pointer
	var q atomic.Pointer[int]
	q.Store(5)
	_ = p
}
