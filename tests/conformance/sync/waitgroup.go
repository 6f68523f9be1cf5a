package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	out := make([]int, 10)
	for i := range out {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = i * i
		}()
	}
	wg.Wait()
	fmt.Println(out)
	wg.Wait()
	wg.Go(func() { out[0] = 100 })
	wg.Add(2)
	go wg.Done()
	go wg.Add(-1)
	wg.Wait()
	fmt.Println(out[0])
}
