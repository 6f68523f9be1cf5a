package main

import (
	"fmt"
	"iter"
)

func Count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("cleanup")
		for i := range n {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func Pairs(m []string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, v := range m {
			if !yield(i, v) {
				return
			}
		}
	}
}

func find(n int) int {
	for i := range Count(10) {
		if i == n {
			return i * 100
		}
	}
	return -1
}

func main() {
	for i := range Count(3) {
		fmt.Println(i)
	}
	for i := range Count(9) {
		if i == 1 {
			continue
		}
		if i == 3 {
			break
		}
		fmt.Println(i)
	}
	fmt.Println(find(2))
outer:
	for i, s := range Pairs([]string{"a", "b", "c"}) {
		for j := range Count(5) {
			if j == 1 {
				continue outer
			}
			if i == 1 {
				break outer
			}
			fmt.Println(s, j)
		}
	}
	for range Count(1) {
		defer fmt.Println("deferred in body runs at the end of main")
	}
	for range func(yield func() bool) { _ = yield() && yield() } {
		fmt.Println("no values")
	}
	fmt.Println("end")
}
