//how: race

package main

import "fmt"

func main() {
	data := 0
	c := make(chan struct{})
	go func() {
		data = 1
		c <- struct{}{}
	}()
	<-c
	fmt.Println(data)
	buf := make(chan int, 1)
	go func() {
		data = 2
		close(buf)
	}()
	<-buf
	fmt.Println(data)
}
