//how: refused

package main

type T struct{ f int }

func main() {
	var t T
	m := map[string]int{}
	s := []int{1}
	t.f := 1
	m["a"] := 2
	s[0], x := 1, 2
	_ = x
}
