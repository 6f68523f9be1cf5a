package main

import (
	"fmt"
	"sync"

	"brigade/kitchen"
)

// mustCook panics where Cook returns an error.
func mustCook(t kitchen.Order) {
	if err := kitchen.Cook(t); err != nil {
		panic(err)
	}
}

// As Approach 2, but Done comes last, and a panic is caught.
func ProcessTasksWithWaitGroup(tasks []kitchen.Order) {
	var wg sync.WaitGroup

	for _, task := range tasks {
		wg.Add(1)

		go func(t kitchen.Order) {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("recovered:", r)
				}
			}()
			mustCook(t)
			wg.Done() // not reached after a panic
		}(task)
	}

	wg.Wait()
}

func main() {
	ProcessTasksWithWaitGroup(kitchen.Orders())
	fmt.Println("all done!")
}
