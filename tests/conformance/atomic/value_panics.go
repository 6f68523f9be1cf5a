package main

import (
	"fmt"
	"sync/atomic"
)

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var v atomic.Value
	try(func() { v.Store(nil) })
	v.Store(1)
	try(func() { v.Store("x") })
	fmt.Println(v.Load())
	fmt.Println(v.CompareAndSwap(1, 2), v.Swap(3))
}
