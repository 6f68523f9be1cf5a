// Row B: a goroutine an order, all at once; the middle part of each needs one of 20 connections.
package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	orders      = 1_000_000
	connections = 20
)

func main() {
	busy := make(chan struct{}, connections)
	start := time.Now()
	var wg sync.WaitGroup
	for i := range orders {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s := 10*time.Millisecond + time.Duration(uint32(i)*2654435761>>8)
			time.Sleep(s / 4)
			busy <- struct{}{}
			time.Sleep(s / 2)
			<-busy
			time.Sleep(s - s/4 - s/2)
		}()
	}
	wg.Wait()
	fmt.Println(time.Since(start).Nanoseconds())
}
