// Random bits: two sends on one channel, by turns before and after the receiver comes.
package main

import (
	"fmt"
	"runtime"
)

func bits(c chan<- int, n int) {
	for range n {
		select {
		case c <- 0:
		case c <- 1:
		}
	}
	close(c)
}

func count(c <-chan int, before func()) {
	var seen [2]int
	for bit := range c {
		seen[bit]++
		before()
	}
	fmt.Println(seen[0] > 20, seen[1] > 20, seen[0]+seen[1])
}

func main() {
	for _, room := range []int{0, 1, 200} {
		c := make(chan int, room)
		go bits(c, 200)
		count(c, func() {})
		c = make(chan int, room)
		go bits(c, 200)
		count(c, runtime.Gosched)
	}
}
