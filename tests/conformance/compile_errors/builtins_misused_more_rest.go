//how: refused

package main

import "fmt"

func main() {
	s := []int{}
	s = append(s, []int{1})
	s = append(s, s)
	s = append(s, []string{}...)
	_, _, _, _ = p, q, r, f
}
