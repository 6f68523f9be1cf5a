package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	const n = 3
	var forks [n]sync.Mutex
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			forks[i].Lock()
			time.Sleep(10 * time.Millisecond)
			forks[(i+1)%n].Lock()
			forks[(i+1)%n].Unlock()
			forks[i].Unlock()
		}()
	}
	wg.Wait()
	fmt.Println("all have eaten")
}
