//how: refused

package main

type P struct {
	X, Y int
	name string
}

func main() {
	_ = P{1, 2}
	_ = P{1, 2, "a", 4}
	_ = P{X: 1, 2}
	_ = P{Z: 1}
	_ = P{"a", 1, 2}
	_ = P{X: "a"}
	_ = &P{y: 1}
	_ = struct{ A int }{B: 1}
	_ = int{1}
	_ = P{1: 2}
	_ = []P{{1}, {X: 1}}
}
