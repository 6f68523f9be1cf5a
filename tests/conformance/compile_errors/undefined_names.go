//how: refused

package main

import "fmt"

type T struct{ a int }

func main() {
	fmt.Println(x)
	y = 2
	undefinedCall(1)
	var t Tx
	fmt.Printn("a")
	s := T{}
	s.b = 1
	s.foo()
	fmt.println("lower")
	var q []Missing
	_, _ = t, q
}
