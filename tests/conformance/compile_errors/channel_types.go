//how: refused

package main

func main() {
	c := make(chan int)
	c <- "text"
	var s string = <-c
	x := 5
	x <- 1
	<-x
	close(x)
	for i, v := range c {
		_, _ = i, v
	}
	d := make(chan<- string, "a")
	_, _ = s, d
}
