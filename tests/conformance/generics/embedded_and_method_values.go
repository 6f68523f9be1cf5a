package main

import "fmt"

type Base[T any] struct{ val T }

func (b *Base[T]) Set(v T) { b.val = v }
func (b Base[T]) Get() T   { return b.val }

type Named[T any] struct {
	Base[T]
	name string
}

type Getter[T any] interface{ Get() T }

func Show[T any](g Getter[T]) string { return fmt.Sprint("<", g.Get(), ">") }

type Num interface{ ~int | ~float64 }

type Vec[T Num] []T

func (v Vec[T]) Dot(o Vec[T]) (s T) {
	for i := range v {
		s += v[i] * o[i]
	}
	return
}

func Apply[T any, F func(T) T | func(T) (T, T)](v T, f F) string { return fmt.Sprintf("%T", f) }

func main() {
	n := Named[int]{name: "n"}
	n.Set(5)
	set := n.Set
	set(6)
	fmt.Println(n.Get(), Show[int](n), Show(Getter[int](&n)))
	fmt.Println(Vec[float64]{1, 2}.Dot(Vec[float64]{3, 4}))
	fmt.Println(Apply(1, func(i int) int { return i }))
	fmt.Printf("%T %+v\n", n, n)
}
