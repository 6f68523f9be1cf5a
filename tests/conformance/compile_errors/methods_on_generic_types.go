//how: refused

package main

type Pair[K comparable, V any] struct {
	k K
	v V
}

func (p Pair) A()                            {}
func (p Pair[K]) B()                         {}
func (p Pair[K, V, W]) C()                   {}
func (p Pair[int, string]) D() (int, string) { return 1, "" }
func (p Pair[X, Y]) E() Y                    { return p.v }

func main() {
	p := Pair[string, int]{"a", 1}
	var s string = p.E()
	_ = s
}
