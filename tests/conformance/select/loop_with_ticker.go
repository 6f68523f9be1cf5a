//how: synctest

package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	ticker := time.NewTicker(300 * time.Millisecond)
	defer ticker.Stop()
	quit := time.After(time.Second + 50*time.Millisecond)
	work := make(chan int)
	go func() {
		for i := range 3 {
			time.Sleep(250 * time.Millisecond)
			work <- i
		}
	}()
	for {
		select {
		case <-ticker.C:
			fmt.Println("tick", time.Since(start))
		case w := <-work:
			fmt.Println("work", w, time.Since(start))
		case <-quit:
			fmt.Println("quit", time.Since(start))
			return
		}
	}
}
