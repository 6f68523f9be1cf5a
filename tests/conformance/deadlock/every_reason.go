package main

import "sync"

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	c := sync.NewCond(&mu)
	ch := make(chan int)
	var rw sync.RWMutex
	rw.Lock()
	wg.Add(6)
	go func() { mu.Lock(); c.Wait() }()
	go func() { var n chan int; <-n }()
	go func() { var n chan int; n <- 1 }()
	go func() { select {} }()
	go func() {
		select {
		case <-ch:
		case ch <- 1:
		}
	}()
	go func() { rw.RLock() }()
	go func() { rw.Lock() }()
	go func() {
		for range ch {
		}
	}()
	go func() { var m sync.Mutex; m.Lock(); m.Lock() }()
	go func() { wg.Wait() }()
	wg.Wait()
}
