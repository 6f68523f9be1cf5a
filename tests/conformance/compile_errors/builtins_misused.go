//how: refused

package main

import "fmt"

func main() {
	s := []int{1}
	s = append(s, "x")
	append(s, 1)
	fmt.Println(len(5), cap("a"), cap(map[int]int{}))
	x := append(1, 2)
	m := make(int)
	n := make([]int)
	delete(s, 1)
	d := map[string]int{}
	delete(d, 1)
	copy(s, "abc")
	panic()
	_, _, _ = x, m, n
}
