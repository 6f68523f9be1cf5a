//how: synctest

package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	requests := make(chan int, 5)
	for i := 1; i <= 5; i++ {
		requests <- i
	}
	close(requests)
	limiter := time.Tick(200 * time.Millisecond)
	for req := range requests {
		<-limiter
		fmt.Println("request", req, time.Since(start))
	}
	bursty := make(chan time.Time, 3)
	for range 3 {
		bursty <- time.Now()
	}
	stop := make(chan struct{})
	go func() {
		t := time.NewTicker(200 * time.Millisecond)
		defer t.Stop()
		for {
			select {
			case now := <-t.C:
				select {
				case bursty <- now:
				default:
				}
			case <-stop:
				return
			}
		}
	}()
	start = time.Now()
	for i := range 6 {
		<-bursty
		fmt.Println("bursty", i, time.Since(start))
	}
	close(stop)
}
