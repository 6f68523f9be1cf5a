//how: refused
package main

import "fmt"

type A struct{ B }
type B struct{ C }
type C struct{ x int }

func (c C) Hello() {}
func (b B) Hello() {}

type D struct {
	B
	C
}

type E struct {
	*int
	fmt.Stringer
	B
	B
}

func main() {
	var a A
	a.x = "s"
	a.y = 1
	a.Hello(1)
	var d D
	d.x = 1
	d.Hello()
	d.C.y()
	e := E{}
	e.String(1)
	_ = A{x: 1}
	_ = A{C: C{}}
}
