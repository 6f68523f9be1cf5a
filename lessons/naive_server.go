package main

import (
	"fmt"
	"time"

	"brigade/kitchen"
)

// Approach 1 again, in a process that stays up.
func ProcessTasksNaive(tasks []kitchen.Order) {
	for _, task := range tasks {
		go func(t kitchen.Order) {
			kitchen.Cook(t)
		}(task)
	}
}

func main() {
	ProcessTasksNaive(kitchen.Orders())
	time.Sleep(time.Second) // a server has other things to do
	fmt.Println("still up")
}
