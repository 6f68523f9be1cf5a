//how: refused

package main

import "fmt"

type A struct{ x int }
type B struct{ x int }

func (A) M() {}
func (B) M() {}

type C struct {
	A
	B
}

type I interface{ M() }

func main() {
	var c C
	fmt.Println(c.x)
	c.M()
	var i I = c
	_ = i
}
