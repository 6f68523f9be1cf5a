// Row A without sleeps.
package main

import (
	"fmt"
	"sync"
)

const (
	orders      = 1_000_000
	workers     = 50
	connections = 20
)

func main() {
	tasks := make(chan int)
	busy := make(chan struct{}, connections)
	var wg sync.WaitGroup
	served := make([]int, workers)
	for w := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range tasks {
				busy <- struct{}{}
				served[w]++
				<-busy
			}
		}()
	}
	for i := range orders {
		tasks <- i
	}
	close(tasks)
	wg.Wait()
	total := 0
	for _, n := range served {
		total += n
	}
	fmt.Println(total)
}
