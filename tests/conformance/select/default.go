package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	select {
	case v := <-ch:
		fmt.Println(v)
	default:
		fmt.Println("empty")
	}
	for i := range 2 {
		select {
		case ch <- i:
			fmt.Println("sent", i)
		default:
			fmt.Println("full at", i)
		}
	}
	select {
	case v, ok := <-ch:
		fmt.Println(v, ok)
	default:
	}
	close(ch)
	select {
	case v, ok := <-ch:
		fmt.Println(v, ok)
	default:
		fmt.Println("never")
	}
	var nilch chan int
	select {
	case <-nilch:
	case nilch <- 1:
	default:
		fmt.Println("nil never ready")
	}
}
