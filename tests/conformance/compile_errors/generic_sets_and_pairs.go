//how: refused
package main

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v T)          { s[v] = struct{}{} }
func (s Set[T]) Has(v T) bool     { return s[v] }
func Union[T comparable](a, b Set[T]) Set[T] { return nil }

func Filter[T any](xs []T, f func(T) bool) []T { return nil }
func Reduce[T, A any](xs []T, init A, f func(A, T) A) A { return init }

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func MakePair[K comparable, V any](k K, v V) Pair[K, V] { return Pair[K, V]{k, v} }

func main() {
	s := Set[[]int]{}
	t := Set[int]{}
	t.Add("a")
	Union(t, Set[string]{})
	Filter([]int{1}, func(s string) bool { return true })
	Reduce([]int{1}, "", func(a int, x int) int { return a })
	p := MakePair[int]("a", 1)
	q := MakePair(func() {}, 1)
	var r Pair[int, string] = MakePair(1, 2)
	_ = Pair{1, 2}
	Reduce[int]([]string{}, 1, nil)
}
