//how: refused

package main

type P struct {
	X, Y int
	name string
}

func main() {
	_ = P{1: 2}
	_ = []P{{1}, {X: 1}}
}
