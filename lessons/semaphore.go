package main

import (
	"fmt"
	"sync"

	"brigade/kitchen"
)

// Approach 5: one goroutine for every task, but only so many at once.
func ProcessTasksWithSemaphore(tasks []kitchen.Order) {
	var wg sync.WaitGroup
	sem := make(chan struct{}, kitchen.Workers()) // one place for each

	for _, task := range tasks {
		sem <- struct{}{} // wait for a place before hiring
		wg.Add(1)

		go func(t kitchen.Order) {
			defer wg.Done()
			defer func() { <-sem }() // leave the place to the next
			kitchen.Cook(t)
		}(task)
	}

	wg.Wait()
}

func main() {
	ProcessTasksWithSemaphore(kitchen.Orders())
	fmt.Println("all done!")
}
