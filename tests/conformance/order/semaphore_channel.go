//how: one_p

package main

import (
	"fmt"
	"sync"
)

func main() {
	sem := make(chan struct{}, 2)
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Add(1)
		sem <- struct{}{}
		fmt.Println("start", i)
		go func() {
			defer wg.Done()
			fmt.Println("work", i)
			<-sem
		}()
	}
	wg.Wait()
}
