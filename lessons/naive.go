package main

import (
	"fmt"

	"brigade/kitchen"
)

// Approach 1: one goroutine for every task.
func ProcessTasksNaive(tasks []kitchen.Order) {
	for _, task := range tasks {
		go func(t kitchen.Order) {
			kitchen.Cook(t)
		}(task)
	}
	// returns at once: nobody waits
}

func main() {
	ProcessTasksNaive(kitchen.Orders())
	fmt.Println("all done!")
}
