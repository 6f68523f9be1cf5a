// Goroutines that wait, each in a small function.
package main

import (
	"fmt"
	"time"
)

const orders = 1_000_000

func wait(done chan bool) {
	<-done
}

func main() {
	done := make(chan bool)
	for range orders {
		go wait(done)
	}
	time.Sleep(time.Millisecond) // all of them are parked then
	fmt.Println(0)
}
