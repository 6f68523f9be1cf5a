//how: refused
package main

type Tree[T any] struct {
	left, right Tree[T]
	value       T
}

type Pair[A, B any] struct {
	a A
	b B
}

type Loop struct{ p Pair[int, Loop] }

type Good[T any] struct {
	next *Good[T]
	all  []Good[T]
}

func main() {
	var t Tree[int]
	t.value = "x"
	var g Good[int]
	g.next = g
}
