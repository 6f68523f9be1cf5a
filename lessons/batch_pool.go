package main

import (
	"fmt"
	"sync"

	"brigade/kitchen"
)

// Approach 3: a batch of goroutines at a time.
func ProcessTasksWithWorkerPool(tasks []kitchen.Order) error {
	batchSize := kitchen.Workers()

	for i := 0; i < len(tasks); {
		remainingTasks := len(tasks) - i
		if remainingTasks < batchSize {
			batchSize = remainingTasks // the last batch may be smaller
		}

		var wg sync.WaitGroup

		for j := 0; j < batchSize; j++ {
			wg.Add(1)
			index := i + j

			go func(idx int) {
				defer wg.Done()
				kitchen.Cook(tasks[idx])
			}(index)
		}

		wg.Wait() // a barrier: the whole batch
		i += batchSize
	}

	return nil
}

func main() {
	ProcessTasksWithWorkerPool(kitchen.Orders())
	fmt.Println("all done!")
}
