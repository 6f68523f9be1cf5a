//how: refused

package main

type Box[T any] struct{ v T }

func (b Box[T]) Map[U any](f func(T) U) Box[U] { return Box[U]{f(b.v)} }

func F[T any, T any](a T) {}
func G[T Undefined](a T)  {}
func H[T any](a T)        { T.foo() }

func main() {
	F[int](1)
	G(1)
	var f = H
	H[int, string](1)
	main[int]()
	_ = f
}
