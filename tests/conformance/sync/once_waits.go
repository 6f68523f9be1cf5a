package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var once sync.Once
	ready := false
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			once.Do(func() {
				time.Sleep(10 * time.Millisecond)
				ready = true
			})
			if !ready {
				fmt.Println("wrong")
			}
		})
	}
	wg.Wait()
	fmt.Println(ready)
}
