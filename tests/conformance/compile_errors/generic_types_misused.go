//how: refused

package main

type Stack[T any] struct{ items []T }
type Pair[K comparable, V any] struct {
	k K
	v V
}

func (s *Stack[T]) Push(v T) {}

func main() {
	var s Stack
	var p Pair[string]
	var q Pair[string, int, bool]
	var r Pair[[]int, int]
	t := Stack[int]{}
	t.Push("x")
	var n int[string]
	u := Stack[int]{items: []string{"a"}}
	_, _, _, _, _, _ = s, p, q, r, n, u
}
