//how: one_p

package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs := make(chan int)
	var wg sync.WaitGroup
	for w := range 3 {
		wg.Go(func() {
			for j := range jobs {
				fmt.Println("worker", w, "job", j)
			}
			fmt.Println("worker", w, "ends")
		})
	}
	for j := range 9 {
		jobs <- j
	}
	close(jobs)
	wg.Wait()
}
