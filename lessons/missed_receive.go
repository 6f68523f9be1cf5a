package main

import (
	"fmt"

	"brigade/kitchen"
)

// As the batch with channels, but without room in the channel, and one receive short.
func ProcessTasks(tasks []kitchen.Order) {
	done := make(chan bool)

	for _, task := range tasks {
		go func(t kitchen.Order) {
			kitchen.Cook(t)
			done <- true // waits until somebody receives
		}(task)
	}

	for j := 1; j < len(tasks); j++ { // should begin at 0
		<-done
	}
}

func main() {
	ProcessTasks(kitchen.Orders())
	fmt.Println("all done!")
}
