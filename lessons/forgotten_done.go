package main

import (
	"fmt"
	"sync"

	"brigade/kitchen"
)

// As Approach 2, but Done comes last, and only if all went well.
func ProcessTasksWithWaitGroup(tasks []kitchen.Order) {
	var wg sync.WaitGroup

	for _, task := range tasks {
		wg.Add(1)

		go func(t kitchen.Order) {
			if err := kitchen.Cook(t); err != nil {
				return // the board still counts this chef
			}
			wg.Done()
		}(task)
	}

	wg.Wait()
}

func main() {
	ProcessTasksWithWaitGroup(kitchen.Orders())
	fmt.Println("all done!")
}
