//how: one_p

package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	done := make(chan bool)
	go func() {
		for v := range ch {
			fmt.Println("received", v)
		}
		done <- true
	}()
	for i := range 7 {
		fmt.Println("sending", i)
		ch <- i
	}
	close(ch)
	<-done
}
