package main

import "fmt"

func produce(n int, out chan<- int) {
	for i := range n {
		out <- i * i
	}
	close(out)
}

func consume(in <-chan int) (sum int) {
	for v := range in {
		sum += v
	}
	return
}

func both() (<-chan int, chan<- int) {
	c := make(chan int, 1)
	return c, c
}

func main() {
	ch := make(chan int)
	go produce(5, ch)
	fmt.Println(consume(ch))
	r, w := both()
	w <- 7
	fmt.Println(<-r)
	fmt.Printf("%T %T %T\n", ch, r, w)
}
