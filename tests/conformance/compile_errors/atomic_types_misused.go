//how: refused
package main

import "sync/atomic"

func main() {
	var n atomic.Int64
	n.Add("1")
	n = 5
	n++
	x := n.Load() + 1.5
	var m int64
	atomic.AddInt64(m, 1)
	atomic.AddInt64(&x, 1)
	atomic.AddInt32(&m, 1)
	var p atomic.Pointer[int]
	p.Store(5)
	var q atomic.Pointer
	var v atomic.Value
	v.load()
	var b atomic.Bool = true
}
