// Goroutines that wait, each in a small function.
package main

import "fmt"

const orders = 1_000_000

func wait(done chan bool) {
	<-done
}

func main() {
	done := make(chan bool)
	for range orders {
		go wait(done)
	}
	<-done
	fmt.Println("never")
}
