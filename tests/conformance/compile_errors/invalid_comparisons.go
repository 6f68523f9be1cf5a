//how: refused

package main

import "fmt"

type T struct{ f func() }

func main() {
	s, t := []int{1}, []int{1}
	fmt.Println(s == t)
	m := map[string]int{}
	fmt.Println(m == m)
	f := func() {}
	fmt.Println(f == f)
	fmt.Println(T{} == T{})
	fmt.Println(nil == nil)
	fmt.Println(true < false)
	p, q := new(int), new(string)
	fmt.Println(p == q)
	fmt.Println(s == 1)
	var e error
	fmt.Println(e == 5)
}
