package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type P struct {
	n string
	a int
}

func main() {
	s := []int{3, 1, 4, 1, 5, 9, 2, 6}
	t := slices.Clone(s)
	slices.Sort(t)
	fmt.Println(s, t, slices.IsSorted(t))
	i, ok := slices.BinarySearch(t, 5)
	fmt.Println(i, ok)
	fmt.Println(slices.Contains(s, 9), slices.Index(s, 4), slices.Index(s, 7), slices.Max(s), slices.Min(s))
	fmt.Println(slices.Compact(t), slices.Equal(s, s), slices.Compare([]int{1, 2}, []int{1, 3}))
	slices.Reverse(s)
	fmt.Println(s)
	s = slices.Insert(s, 1, 100, 200)
	s = slices.Delete(s, 3, 5)
	s = slices.Replace(s, 0, 1, 7, 7)
	fmt.Println(s)
	fmt.Println(slices.IndexFunc(s, func(x int) bool { return x > 50 }), slices.ContainsFunc(s, func(x int) bool { return x < 0 }))
	s = slices.DeleteFunc(s, func(x int) bool { return x >= 100 })
	fmt.Println(s)
	ps := []P{{"b", 2}, {"a", 2}, {"c", 1}}
	slices.SortFunc(ps, func(x, y P) int { return cmp.Or(cmp.Compare(x.a, y.a), strings.Compare(x.n, y.n)) })
	fmt.Println(ps)
	slices.SortStableFunc(ps, func(x, y P) int { return -cmp.Compare(x.a, y.a) })
	fmt.Println(ps, slices.MaxFunc(ps, func(x, y P) int { return cmp.Compare(x.n, y.n) }))
	fmt.Println(slices.Concat([]int{1}, []int{2, 3}), slices.Repeat([]string{"x"}, 3), slices.Grow([]int{1}, 10)[0])
	for i, v := range slices.Backward([]string{"x", "y"}) {
		fmt.Print(i, v, " ")
	}
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	fmt.Println(slices.Collect(slices.Values([]int{1, 2})), slices.Sorted(slices.Values([]int{2, 1})))
	for i, v := range slices.All([]string{"p"}) {
		fmt.Println(i, v)
	}
	fmt.Println(slices.Clip(s[:2]), cap(slices.Clip(s[:2])))
}
