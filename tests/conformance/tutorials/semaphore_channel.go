//how: synctest

package main

import (
	"fmt"
	"sync"
	"time"
)

type Semaphore chan struct{}

func (s Semaphore) Acquire() { s <- struct{}{} }
func (s Semaphore) Release() { <-s }

func main() {
	start := time.Now()
	sem := make(Semaphore, 2)
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Add(1)
		go func(id int) {
			defer wg.Done()
			sem.Acquire()
			defer sem.Release()
			time.Sleep(100 * time.Millisecond)
		}(i)
	}
	wg.Wait()
	fmt.Println(time.Since(start))
}
