package main

import "fmt"

func sum(label string, ns ...int) int {
	t := 0
	for _, n := range ns {
		t += n
	}
	fmt.Println(label, len(ns), ns == nil, t)
	return t
}

func first(ns ...int) { ns[0] = 99 }

func anys(vs ...any) int { return len(vs) }

func main() {
	sum("none")
	sum("three", 1, 2, 3)
	s := []int{4, 5}
	sum("slice", s...)
	sum("nil", nil...)
	first(s...)
	fmt.Println(s)
	fmt.Println(anys(), anys(1, "a", nil), anys([]any{1, 2}...), anys([]int{1, 2}), anys(nil))
	f := func(fs ...func() int) (t int) {
		for _, f := range fs {
			t += f()
		}
		return
	}
	fmt.Println(f(func() int { return 1 }, func() int { return 2 }))
}
