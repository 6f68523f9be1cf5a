package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	go func() {
		time.Sleep(10 * time.Millisecond)
		close(c)
	}()
	defer fmt.Println("deferred in main")
	c <- 1
}
