package main

import "sync"

func main() {
	jobs, results := make(chan int), make(chan int)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for j := range jobs {
				results <- j
			}
		})
	}
	for j := range 5 {
		jobs <- j
	}
	close(jobs)
	wg.Wait()
}
