//how: synctest

package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	chairs := make(chan int, 2)
	served, left := 0, 0
	done := make(chan bool)
	go func() {
		for c := range chairs {
			time.Sleep(30 * time.Millisecond)
			served++
			fmt.Println("customer", c, "leaves happy at", time.Since(start))
		}
		done <- true
	}()
	for c := range 8 {
		select {
		case chairs <- c:
		default:
			left++
			fmt.Println("customer", c, "finds no chair")
		}
		time.Sleep(11 * time.Millisecond)
	}
	close(chairs)
	<-done
	fmt.Println(served, left)
}
