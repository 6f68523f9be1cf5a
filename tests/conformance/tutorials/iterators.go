package main

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

type Matrix struct {
	rows, cols int
	data       []int
}

func (m *Matrix) All() iter.Seq2[[2]int, int] {
	return func(yield func([2]int, int) bool) {
		for i, v := range m.data {
			if !yield([2]int{i / m.cols, i % m.cols}, v) {
				return
			}
		}
	}
}

func Lines(n int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 1; i <= n; i++ {
			if !yield(strings.Repeat("#", i)) {
				return
			}
		}
	}
}

func Map[A, B any](s iter.Seq[A], f func(A) B) iter.Seq[B] {
	return func(yield func(B) bool) {
		s(func(a A) bool { return yield(f(a)) })
	}
}

func main() {
	m := &Matrix{2, 2, []int{1, 2, 3, 4}}
	for pos, v := range m.All() {
		fmt.Println(pos, v)
		if v == 3 {
			break
		}
	}
	for n := range Map(Lines(3), func(s string) int { return len(s) * 10 }) {
		fmt.Print(n, " ")
	}
	fmt.Println(slices.Collect(Lines(2)))
}
