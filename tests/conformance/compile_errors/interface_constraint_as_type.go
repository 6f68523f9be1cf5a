//how: refused

package main

type Number interface{ int | float64 }

func f(n Number) {}

func main() {
	var n Number
	var c comparable
	s := []Number{}
	_, _, _ = n, c, s
}
