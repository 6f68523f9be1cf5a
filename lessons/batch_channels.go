package main

import (
	"fmt"

	"brigade/kitchen"
)

// Approach 3 again, with a channel where the WaitGroup was.
func ProcessTasksWithChannels(tasks []kitchen.Order) {
	batchSize := kitchen.Workers()

	for i := 0; i < len(tasks); {
		remainingTasks := len(tasks) - i
		if remainingTasks < batchSize {
			batchSize = remainingTasks // the last batch may be smaller
		}

		done := make(chan bool, batchSize)

		for j := 0; j < batchSize; j++ {
			go func(idx int) {
				kitchen.Cook(tasks[idx])
				done <- true // I have finished
			}(i + j)
		}

		for j := 0; j < batchSize; j++ {
			<-done // exactly as often as one was hired
		}
		i += batchSize
	}
}

func main() {
	ProcessTasksWithChannels(kitchen.Orders())
	fmt.Println("all done!")
}
