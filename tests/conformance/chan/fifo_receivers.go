package main

import (
	"fmt"
	"sync"
)

func main() {
	ch := make(chan int)
	var wg sync.WaitGroup
	sum := make(chan int, 4)
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			t := 0
			for v := range ch {
				t += v
			}
			sum <- t
		}()
	}
	for i := range 101 {
		ch <- i
	}
	close(ch)
	wg.Wait()
	close(sum)
	total := 0
	for t := range sum {
		total += t
	}
	fmt.Println(total)
}
