//how: refused

package main

import "fmt"

func main() {
	a := [3]int{1, 2, 3}
	s := []int{1}
	m := map[string]int{}
	var b [-1]int
	n := 3
	var c [n]int
	_, _ = b, c
}
