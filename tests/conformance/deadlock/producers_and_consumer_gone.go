package main

import "sync"

func main() {
	ch := make(chan int)
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() { ch <- i })
	}
	<-ch
	wg.Wait()
}
