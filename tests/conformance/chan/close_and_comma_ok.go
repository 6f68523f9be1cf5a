package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	ch <- 0
	close(ch)
	v, ok := <-ch
	fmt.Println(v, ok)
	v, ok = <-ch
	fmt.Println(v, ok)
	fmt.Println(<-ch)
	if _, ok := <-ch; !ok {
		fmt.Println("closed")
	}
	var nilch chan int
	fmt.Println(len(nilch), cap(nilch), nilch == nil)
}
