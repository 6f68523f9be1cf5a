package main

import (
	"fmt"
	"sync"

	"brigade/kitchen"
)

// As Approach 2, but each chef signs in by itself.
func ProcessTasksWithWaitGroup(tasks []kitchen.Order) {
	var wg sync.WaitGroup

	for _, task := range tasks {
		go func(t kitchen.Order) {
			wg.Add(1) // too late: who says that Wait hasn't looked yet?
			defer wg.Done()
			kitchen.Cook(t)
		}(task)
	}

	wg.Wait()
}

func main() {
	ProcessTasksWithWaitGroup(kitchen.Orders())
	fmt.Println("all done!")
}
