package main

import (
	"cmp"
	"fmt"
)

type Number interface {
	~int | ~int64 | ~float64
}

type Named interface {
	comparable
	Name() string
}

type Meters float64
type Key string

func (k Key) Name() string { return "key " + string(k) }

func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

func Max[T cmp.Ordered](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func Index[T comparable](s []T, v T) int {
	for i, x := range s {
		if x == v {
			return i
		}
	}
	return -1
}

func Names[T Named](s []T, skip T) (out []string) {
	for _, v := range s {
		if v != skip {
			out = append(out, v.Name())
		}
	}
	return
}

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Meters](1, 2.5), Sum[int]())
	fmt.Println(Max("a", "b"), Max(2, 1), Max(1, 2.5))
	fmt.Println(Index([]string{"x", "y"}, "y"), Index([][2]int{{1, 2}}, [2]int{1, 2}))
	fmt.Println(Names([]Key{"a", "b"}, "a"))
	fmt.Printf("%T\n", Sum(Meters(1)))
}
