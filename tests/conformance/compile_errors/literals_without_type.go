//how: refused

package main

import "fmt"

func main() {
	a := [2]int{0: 1, 5: 2}
	b := []int{"x": 1}
	c := []int{-1: 5}
	n := 2
	d := []int{n: 1}
	e := map[string]int{"a"}
	f := [...]int{3: 1, 2, 3}
	g := [n]int{}
	h := *int{}
	fmt.Println(a, b, c, d, e, f, g, h)
}
