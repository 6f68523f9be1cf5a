package main

import (
	"sync"
	"time"
)

func main() {
	var a, b sync.Mutex
	var wg sync.WaitGroup
	wg.Go(func() {
		a.Lock()
		time.Sleep(5 * time.Millisecond)
		b.Lock()
	})
	wg.Go(func() {
		b.Lock()
		time.Sleep(5 * time.Millisecond)
		a.Lock()
	})
	wg.Wait()
}
