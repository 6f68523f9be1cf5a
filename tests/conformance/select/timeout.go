//how: synctest

package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	ch := make(chan string)
	go func() {
		time.Sleep(2 * time.Second)
		ch <- "slow"
	}()
	select {
	case s := <-ch:
		fmt.Println(s)
	case <-time.After(time.Second):
		fmt.Println("timeout after", time.Since(start))
	}
	select {
	case s := <-ch:
		fmt.Println(s, "after", time.Since(start))
	case <-time.After(5 * time.Second):
		fmt.Println("timeout")
	}
}
