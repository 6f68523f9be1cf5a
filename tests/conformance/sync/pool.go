package main

import (
	"fmt"
	"sync"
)

type Buf struct{ data []byte }

func main() {
	made := 0
	pool := sync.Pool{New: func() any { made++; return &Buf{} }}
	b := pool.Get().(*Buf)
	b.data = append(b.data, "hello"...)
	fmt.Println(string(b.data), made)
	b.data = b.data[:0]
	pool.Put(b)
	var empty sync.Pool
	fmt.Println(empty.Get() == nil)
	c := pool.Get().(*Buf)
	fmt.Println(len(c.data), made >= 1)
}
