//how: refused

package main

import "fmt"

type T struct {
	a int
	b string
	a bool
}

func (t T) M()  {}
func (t *T) M() {}
func (t T) b()  {}

type I interface {
	X()
	X()
}

func main() {
	m := map[string]int{"a": 1, "b": 2, "a": 3}
	n := map[int]string{1: "x", 1: "y"}
	s := []int{0: 1, 0: 2}
	t := T{b: "x", b: "y"}
	fmt.Println(m, n, s, t)
}
