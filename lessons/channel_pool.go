package main

import (
	"fmt"
	"sync"

	"brigade/kitchen"
)

// Approach 4: a few goroutines that stay, fed by a channel.
func ProcessTasksWithChannelPool(tasks <-chan kitchen.Order) {
	var wg sync.WaitGroup

	for range kitchen.Workers() {
		wg.Add(1)

		go func() {
			defer wg.Done()
			for task := range tasks { // whoever is free takes the next
				kitchen.Cook(task)
			}
		}()
	}

	wg.Wait() // until the channel is closed and empty
}

func main() {
	ProcessTasksWithChannelPool(kitchen.Arrivals())
	fmt.Println("all done!")
}
