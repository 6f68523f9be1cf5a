//how: refused

package main

import "fmt"

func main() {
	s := []int{1}
	d := map[string]int{}
	copy(s, "abc")
	panic()
	_, _, _ = x, m, n
}
