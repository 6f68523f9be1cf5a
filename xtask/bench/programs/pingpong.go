// Two goroutines hand a number to and fro.
package main

import "fmt"

const orders = 1_000_000

func main() {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for n := range ping {
			pong <- n + 1
		}
		close(pong)
	}()
	n := 0
	for n < orders {
		ping <- n
		n = <-pong
	}
	close(ping)
	fmt.Println(n)
}
