//how: refused
package main

type Tree[T any] struct {
	Left, Right *Tree[T]
	Val         T
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{Val: v}
	}
	if v < t.Val {
		t.Left = t.Left.Insert(v)
	}
	return t
}

func Max[T any](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func Eq[T any](a, b T) bool { return a == b }

func Add[T any](a, b T) T { return a + b }

func Keys[K comparable, V any](m map[K]V) []K { return nil }

func Zero[T any]() T { return nil }

func Conv[T any](x T) int { return int(x) }

func main() {
	Keys(map[[]int]string{})
	Keys[func()](nil)
	Keys(5)
	var t Tree[int]
	t.Insert("a")
	Max(1, "a")
	Max(1)
}
