//how: one_p

package main

import (
	"fmt"
	"runtime"
)

func worker(id int, jobs <-chan int, results chan<- int) {
	for j := range jobs {
		fmt.Println("worker", id, "started", j)
		runtime.Gosched()
		fmt.Println("worker", id, "finished", j)
		results <- j * 2
	}
}

func main() {
	jobs, results := make(chan int, 10), make(chan int, 10)
	for w := 1; w <= 3; w++ {
		go worker(w, jobs, results)
	}
	for j := 1; j <= 6; j++ {
		jobs <- j
	}
	close(jobs)
	for range 6 {
		fmt.Println("result", <-results)
	}
}
