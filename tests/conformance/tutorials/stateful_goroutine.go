package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type readOp struct {
	key  int
	resp chan int
}
type writeOp struct {
	key, val int
	resp     chan bool
}

func main() {
	var readOps, writeOps atomic.Uint64
	reads := make(chan readOp)
	writes := make(chan writeOp)
	go func() {
		state := make(map[int]int)
		for {
			select {
			case read := <-reads:
				read.resp <- state[read.key]
			case write := <-writes:
				state[write.key] = write.val
				write.resp <- true
			}
		}
	}()
	var wg sync.WaitGroup
	for r := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 10 {
				read := readOp{key: (r + i) % 5, resp: make(chan int)}
				reads <- read
				<-read.resp
				readOps.Add(1)
			}
		}()
	}
	for w := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 4 {
				write := writeOp{key: w, val: w * w, resp: make(chan bool)}
				writes <- write
				<-write.resp
				writeOps.Add(1)
			}
		}()
	}
	wg.Wait()
	fmt.Println("reads:", readOps.Load(), "writes:", writeOps.Load())
	r := readOp{3, make(chan int)}
	reads <- r
	fmt.Println(<-r.resp)
}
