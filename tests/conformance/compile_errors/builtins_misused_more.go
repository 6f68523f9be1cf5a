//how: refused

package main

import "fmt"

func main() {
	fmt.Println(min(1, "a"), max(), min([]int{1}))
	p := new(5, 6)
	q := make(map[string]int, "a")
	r := make([]int, 5, 2)
	clear(5)
	close(1)
	println = 3
	f := len
	s := []int{}
	s = append(s, []int{1})
	s = append(s, s)
	s = append(s, []string{}...)
	_, _, _, _ = p, q, r, f
}
