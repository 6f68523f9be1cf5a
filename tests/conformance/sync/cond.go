package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	queue := []int{}
	var wg sync.WaitGroup
	total := 0
	for range 3 {
		wg.Go(func() {
			for range 4 {
				mu.Lock()
				for len(queue) == 0 {
					cond.Wait()
				}
				total += queue[0]
				queue = queue[1:]
				mu.Unlock()
			}
		})
	}
	for i := range 12 {
		mu.Lock()
		queue = append(queue, i)
		mu.Unlock()
		cond.Signal()
	}
	wg.Wait()
	fmt.Println(total, len(queue))
}
