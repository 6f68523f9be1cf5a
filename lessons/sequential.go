package main

import (
	"fmt"

	"brigade/kitchen"
)

// You cook every order yourself, one after another.
func ProcessTasks(tasks []kitchen.Order) {
	for _, task := range tasks {
		kitchen.Cook(task)
	}
}

func main() {
	ProcessTasks(kitchen.Orders())
	fmt.Println("all done!")
}
