package main

import (
	"fmt"
	"iter"
	"slices"
)

func Fib() iter.Seq[int] {
	return func(yield func(int) bool) {
		a, b := 0, 1
		for yield(a) {
			a, b = b, a+b
		}
	}
}

func Take[T any](n int, s iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range s {
			if !yield(v) {
				return
			}
			if i++; i == n {
				return
			}
		}
	}
}

func Filter[T any](s iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range s {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func Zip[A, B any](a []A, b []B) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		for i := range min(len(a), len(b)) {
			if !yield(a[i], b[i]) {
				return
			}
		}
	}
}

func main() {
	fmt.Println(slices.Collect(Take(10, Fib())))
	for v := range Take(3, Filter(Fib(), func(n int) bool { return n%2 == 0 })) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	for a, b := range Zip([]string{"x", "y"}, []int{1, 2, 3}) {
		fmt.Print(a, b, " ")
	}
	fmt.Println()
}
