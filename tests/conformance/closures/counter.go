package main

import "fmt"

func counter(start int) (inc func() int, get func() int) {
	n := start
	return func() int { n++; return n }, func() int { return n }
}

func main() {
	inc, get := counter(10)
	inc()
	inc()
	fmt.Println(get())
	inc2, _ := counter(0)
	fmt.Println(inc2(), inc(), get())
}
