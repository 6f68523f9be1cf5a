//how: refused

package main

type T struct{}

func (t *T) P() {}
func f() int    { return 1 }

func main() {
	_ = &f()
	_ = &1
	_ = &"x"
	m := map[string]int{}
	_ = &m["a"]
	T{}.P()
	mt := map[string]T{}
	mt["x"].P()
	x := 1
	_ = *x
	var p *int
	_ = p.y
	_ = **p
	const c = 1
	_ = &c
}
