//how: refused

package main

import "fmt"

func main() {
	fmt.Println(x)
	x := 1
	f()
	f := func() {}
	var g = func() { g() }
	_ = x
	type T struct {
		n *T
		m U
	}
	var fact func(int) int = func(n int) int { return n * fact(n-1) }
	f()
	g()
}
