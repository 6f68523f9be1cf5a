package main

import (
	"fmt"
	"os"

	"brigade/kitchen"

	"golang.org/x/sync/errgroup"
)

// Approach 6: as the semaphore, and nobody's error is lost.
func ProcessTasksWithErrgroup(tasks []kitchen.Order) error {
	var g errgroup.Group
	g.SetLimit(kitchen.Workers())

	for _, task := range tasks {
		g.Go(func() error { // waits while all places are taken
			return kitchen.Cook(task)
		})
	}

	return g.Wait() // the first error, once all have finished
}

func main() {
	if err := ProcessTasksWithErrgroup(kitchen.Orders()); err != nil {
		fmt.Println("first error:", err)
		os.Exit(1)
	}
	fmt.Println("all done!")
}
