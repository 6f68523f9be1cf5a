package main

import "fmt"

func main() {
	x := 1
	f := func() { x *= 2 }
	f()
	x += 10
	f()
	fmt.Println(x)
	fs := make([]func() int, 3)
	for i := range fs {
		fs[i] = func() int { x += i; return x }
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println(x)
	p := &x
	g := func(y int) func() int {
		return func() int { y += *p; return y }
	}(1)
	x = 5
	fmt.Println(g(), g())
	param := func(n int) (func(), func() int) {
		return func() { n++ }, func() int { return n }
	}
	up, val := param(7)
	up()
	up()
	fmt.Println(val())
}
