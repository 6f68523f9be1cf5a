//how: refused

package main

func main() {
	c := make(chan int)
	select {
	case v := <-c:
	case c <- "x":
	case s, ok := <-c:
		var str string = s
		_, _ = str, ok
	default:
	default:
	}
	x := 1
	select {
	case <-x:
	}
}
