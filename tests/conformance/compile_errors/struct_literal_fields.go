//how: refused

package main

import "sync"

type P struct {
	Name string
	age  int
}

type Q struct {
	P
	x int
}

func main() {
	_ = P{name: "x"}
	_ = P{Age: 1}
	_ = Q{Name: "x"}
	_ = Q{P: P{"a", 1}, Name: "y"}
	_ = P{1: 2}
	_ = []P{{1, 2}, {Name: "x", Name: "y"}}
	_ = map[string]P{"a": {"x"}}
	_ = sync.WaitGroup{1}
	_ = &[]*P{{"a"}, nil}
}
