package main

import "fmt"

type T struct{ v int }

func (t *T) Safe() string {
	if t == nil {
		return "nil T"
	}
	return "T"
}

type List []int

func (l List) Len() int { return len(l) }

func main() {
	var s []int
	var m map[string][]int
	var p *T
	var f func()
	var i any
	var e error
	var c chan int
	var l List
	fmt.Println(s == nil, m == nil, p == nil, f == nil, i == nil, e == nil, c == nil, l == nil)
	fmt.Println(len(s), len(m), len(c), cap(c), p.Safe(), l.Len(), m["x"] == nil, len(m["x"]))
	for range s {
	}
	for range m {
	}
	s = append(s, 1)
	s2 := s[:0:0]
	fmt.Println(s, s2 == nil, len(s2), s[1:] == nil)
	i = p
	fmt.Println(i == nil, i == (*T)(nil))
	e, ok := i.(error)
	fmt.Println(e, ok)
	fmt.Printf("%v %v %v %v %v\n", s2, m, p, i, e)
	copy(s, s2)
	delete(m, "x")
}
