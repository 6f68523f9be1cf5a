//how: refused

package main

func main() {
	c := make(chan int)
	select {
	case c:
	case x := 5:
	case v := <-c:
	default:
	}
}
