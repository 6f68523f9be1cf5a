package main

import (
	"fmt"
	"sync"

	"brigade/kitchen"
)

// Approach 2: one goroutine for every task, and wait for all of them.
func ProcessTasksWithWaitGroup(tasks []kitchen.Order) error {
	var wg sync.WaitGroup

	for _, task := range tasks {
		wg.Add(1)

		go func(t kitchen.Order) {
			defer wg.Done()
			kitchen.Cook(t)
		}(task)
	}

	wg.Wait()
	return nil
}

func main() {
	ProcessTasksWithWaitGroup(kitchen.Orders())
	fmt.Println("all done!")
}
