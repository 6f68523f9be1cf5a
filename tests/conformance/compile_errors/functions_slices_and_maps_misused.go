//how: refused
package main

func main() {
	var f func(int) string
	f = func(s string) int { return 1 }
	f = 5
	f("a")
	f(1) + 1
	g := f
	if f == g {
	}
	var s []int
	var m map[string]int
	if s == s {
	}
	if m == m {
	}
	s.append(1)
	append(s, 1)
	s = append(s, "a")
	s = append(1, 2)
	len(s)
	cap(m)
	delete(s, 1)
	delete(m, 1)
	copy(s, m)
	make(int)
	make([]int)
	new(5, 6)
}
