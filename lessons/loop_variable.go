//go:build go1.21

package main

import (
	"fmt"
	"sync"

	"brigade/kitchen"
)

// As Approach 2, but the task isn't handed over. The first line of the file asks for the rules of Go 1.21.
func ProcessTasksWithWaitGroup(tasks []kitchen.Order) {
	var wg sync.WaitGroup

	for _, task := range tasks {
		wg.Add(1)

		go func() {
			defer wg.Done()
			if err := kitchen.Cook(task); err != nil { // whichever task it is by now
				fmt.Println(err)
			}
		}()
	}

	wg.Wait()
}

func main() {
	ProcessTasksWithWaitGroup(kitchen.Orders())
	fmt.Println("all done!")
}
