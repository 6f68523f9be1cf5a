package main

import "sync"

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		var mu sync.Mutex
		mu.Lock()
		defer mu.Unlock()
		ch := make(chan int)
		for range ch {
		}
	}()
	go func() {
		select {}
	}()
	wg.Wait()
}
