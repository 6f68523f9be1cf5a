package main

import (
	"cmp"
	"fmt"
	"slices"
)

func Map[T, U any](s []T, f func(T) U) []U {
	out := make([]U, 0, len(s))
	for _, v := range s {
		out = append(out, f(v))
	}
	return out
}

func Filter[S ~[]E, E any](s S, keep func(E) bool) S {
	var out S
	for _, v := range s {
		if keep(v) {
			out = append(out, v)
		}
	}
	return out
}

func Reduce[T, A any](s []T, init A, f func(A, T) A) A {
	for _, v := range s {
		init = f(init, v)
	}
	return init
}

func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	var ks []K
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}

type IDs []int

func main() {
	ns := []int{1, 2, 3, 4}
	strs := Map(ns, func(n int) string { return fmt.Sprint("n", n) })
	fmt.Printf("%q\n", strs)
	even := Filter(IDs(ns), func(n int) bool { return n%2 == 0 })
	fmt.Printf("%T %v\n", even, even)
	fmt.Println(Reduce(ns, "", func(a string, n int) string { return a + fmt.Sprint(n) }))
	fmt.Println(Reduce(ns, 0.5, func(a float64, n int) float64 { return a * float64(n) }))
	fmt.Println(Keys(map[string]int{"b": 1, "a": 2}))
	f := Map[int, bool]
	fmt.Println(f(ns, func(n int) bool { return n > 2 }))
}
