//how: refused
package main

func main() {
	ch := make(chan<- int)
	<-ch
	for v := range ch {
		_ = v
	}
	r := make(<-chan int)
	r <- 1
	close(r)
	var c chan int
	c <- "x"
	var n int
	n <- 1
	<-n
	x, ok := <-ch
	select {
	case v := <-ch:
	case r <- 1:
	case n:
	}
}
