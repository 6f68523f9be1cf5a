//how: refused
package main

func f(x int, x string) {}
func h() (n int, n string) { return }
func (t T) m(t int) {}
func k[T any, T any]() {}
func l[T any](T T) {}

type T struct{ T int }
type U[P any, P int] struct{}

func f2() {
	a := 1
	var a string
	const a = 2
	type a int
	func a() {}
}

func main() {}
