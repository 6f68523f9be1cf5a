package main

import (
	"cmp"
	"fmt"
	"slices"
)

type V struct{ major, minor int }

func main() {
	fmt.Println(cmp.Compare(1, 2), cmp.Compare("b", "a"), cmp.Compare(1.5, 1.5), cmp.Less(1, 2), cmp.Less("b", "a"))
	fmt.Println(cmp.Or(0, 3, 5), cmp.Or("", "default"), cmp.Or[int]())
	vs := []V{{1, 2}, {0, 9}, {1, 0}}
	slices.SortFunc(vs, func(a, b V) int {
		return cmp.Or(cmp.Compare(a.major, b.major), cmp.Compare(a.minor, b.minor))
	})
	fmt.Println(vs)
}
