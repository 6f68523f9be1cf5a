package main

import "fmt"

func main() {
	var s []int
	fmt.Println(s == nil, len(s), cap(s), s)
	s = append(s, 1, 2)
	s = append(s, []int{3, 4}...)
	s = append(s)
	fmt.Println(s, len(s))
	n := copy(s, s[2:])
	fmt.Println(n, s)
	n = copy(s[1:], s)
	fmt.Println(n, s)
	b := make([]byte, 3)
	fmt.Println(copy(b, "hello"), string(b))
	s = append(s[:1], s[2:]...)
	fmt.Println(s)
	s = append([]int{0}, s...)
	fmt.Println(s)
	e := []int{}
	fmt.Println(e == nil, len(e))
	m := make([]int, 2, 10)
	fmt.Println(m, len(m), cap(m), m[:4])
	clear(s)
	fmt.Println(s)
}
