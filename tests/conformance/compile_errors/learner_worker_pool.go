//how: refused

package main

import (
	"fmt"
	"sync"
)

type Task struct {
	ID   int
	Name string
}

func process(id int, tasks <-chan Task, results chan<- string) error {
	for t := range tasks {
		results <- t.ID
		fmt.Printf("%d\n", t.Nam)
	}
}

func main() {
	tasks := make(chan Task)
	results := make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add()
		go process(i, tasks, results)
	}
	tasks <- &Task{1, "a"}
	close(task)
	wg.Wait
	total = 0
}
