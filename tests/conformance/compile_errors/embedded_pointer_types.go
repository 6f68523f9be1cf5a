//how: refused

package main

import "fmt"

type P *int
type I interface{ M() }

type A struct{ P }
type B struct{ *I }
type C struct {
	I
	*fmt.Stringer
	error
}

func main() {
	var c C
	c.M()
	c.String()
	fmt.Println(c.Error(), c.Missing)
}
