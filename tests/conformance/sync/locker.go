package main

import (
	"fmt"
	"sync"
)

func critical(l sync.Locker, f func()) {
	l.Lock()
	defer l.Unlock()
	f()
}

func main() {
	var mu sync.Mutex
	var rw sync.RWMutex
	n := 0
	critical(&mu, func() { n++ })
	critical(&rw, func() { n++ })
	r := rw.RLocker()
	r.Lock()
	critical(r, func() { n++ })
	r.Unlock()
	fmt.Println(n)
	var ls []sync.Locker = []sync.Locker{&mu, &rw}
	fmt.Printf("%T %T\n", ls[0], ls[1])
}
