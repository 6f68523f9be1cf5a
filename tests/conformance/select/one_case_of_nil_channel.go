package main

import "fmt"

func main() {
	var n chan int
	select {
	case <-n:
		fmt.Println("no")
	default:
		fmt.Println("default")
	}
	c := make(chan int, 1)
	for i := 0; i < 3; i++ {
		select {
		case c <- i:
			fmt.Println("sent", i)
		case v := <-c:
			fmt.Println("got", v)
		}
	}
	close(c)
	for range 2 {
		v, ok := <-c
		fmt.Println(v, ok)
	}
	var ro <-chan int = c
	for v := range ro {
		fmt.Println("never", v)
	}
	select {
	case <-n:
	}
}
