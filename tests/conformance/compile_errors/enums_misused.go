//how: refused
package main

type E int

const (
	A E = iota
	B
	C
)

func (e E) String() string { return [...]string{"a", "b"}[e] }

func take(e E) {}

func main() {
	take(1)
	take(1.5)
	var i int = A
	take(i)
	take(E(i))
	take("x")
	var e E = 300
	A = 5
	A++
	const D = i
	const F = len("abc")
	const G E = "x"
	_ = [A]int{}
	_ = [i]int{}
	_ = e
}
