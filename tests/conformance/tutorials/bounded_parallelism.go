package main

import (
	"fmt"
	"sync"
)

func process(n int) int { return n * n }

func parallelMap(in []int, limit int, f func(int) int) []int {
	out := make([]int, len(in))
	sem := make(chan struct{}, limit)
	var wg sync.WaitGroup
	for i, v := range in {
		wg.Add(1)
		sem <- struct{}{}
		go func() {
			defer func() {
				<-sem
				wg.Done()
			}()
			out[i] = f(v)
		}()
	}
	wg.Wait()
	return out
}

func main() {
	in := make([]int, 12)
	for i := range in {
		in[i] = i + 1
	}
	fmt.Println(parallelMap(in, 4, process))
}
