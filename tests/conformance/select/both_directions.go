package main

import "fmt"

func main() {
	in, out := make(chan int), make(chan int)
	done := make(chan bool)
	go func() {
		for range 3 {
			in <- 1
		}
		done <- true
	}()
	go func() {
		total := 0
		for range 3 {
			total += <-out
		}
		fmt.Println("received", total)
		done <- true
	}()
	got, n := 0, 0
	for n < 2 {
		select {
		case v := <-in:
			got += v
		case out <- 10:
		case <-done:
			n++
		}
	}
	fmt.Println("got", got)
}
