//how: refused

package main

func recvOnly(c <-chan int) {
	c <- 1
	close(c)
}

func sendOnly(c chan<- int) {
	<-c
	for range c {
	}
	v, ok := <-c
	_, _ = v, ok
}

func main() {
	c := make(chan int)
	var r <-chan int = c
	var w chan<- int = r
	recvOnly(w)
	sendOnly(r)
	var b chan int = r
	_ = b
}
