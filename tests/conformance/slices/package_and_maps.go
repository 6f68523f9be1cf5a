package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

type P struct {
	N string
	A int
}

func main() {
	s := []int{3, 1, 2}
	c := slices.Clone(s)
	slices.Sort(c)
	fmt.Println(s, c, slices.IsSorted(s), slices.Equal(s, c), slices.Compare(s, c))
	slices.Reverse(c)
	fmt.Println(c, slices.IndexFunc(c, func(i int) bool { return i < 3 }), slices.ContainsFunc(c, func(i int) bool { return i > 5 }))
	ps := []P{{"bob", 3}, {"al", 3}, {"cy", 1}}
	slices.SortFunc(ps, func(a, b P) int { return cmp.Or(cmp.Compare(a.A, b.A), strings.Compare(a.N, b.N)) })
	fmt.Println(ps)
	slices.SortStableFunc(ps, func(a, b P) int { return -cmp.Compare(a.A, b.A) })
	fmt.Println(ps)
	i, ok := slices.BinarySearchFunc([]P{{"a", 1}, {"b", 5}}, 5, func(p P, t int) int { return cmp.Compare(p.A, t) })
	fmt.Println(i, ok)
	fmt.Println(slices.MaxFunc(ps, func(a, b P) int { return cmp.Compare(a.N, b.N) }), slices.MinFunc(ps, func(a, b P) int { return cmp.Compare(a.N, b.N) }))
	fmt.Println(slices.DeleteFunc([]int{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }), slices.Replace([]int{1, 2, 3}, 0, 2, 9), slices.CompactFunc([]string{"a", "A", "b"}, strings.EqualFold))
	g := slices.Grow([]int{1}, 10)
	fmt.Println(len(g), cap(g) >= 11, cap(slices.Clip(g)))
	m := map[string]int{"a": 1, "b": 2}
	m2 := maps.Clone(m)
	m2["c"] = 3
	maps.Copy(m, map[string]int{"z": 26})
	maps.DeleteFunc(m2, func(k string, v int) bool { return v > 2 })
	fmt.Println(m, m2, maps.Equal(m, m2), maps.EqualFunc(m2, m2, func(a, b int) bool { return a == b }))
	keys := make([]string, 0)
	for k := range maps.Keys(m) {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(keys, cmp.Compare("a", "b"), cmp.Less(2, 1), cmp.Or(0, 3, 5), cmp.Or("", "d"))
	m3 := maps.Collect(maps.All(m))
	maps.Insert(m3, maps.All(map[string]int{"y": 25}))
	fmt.Println(m3)
	fmt.Println(slices.Sorted(slices.Values([]string{"b", "a"})), slices.AppendSeq([]int{0}, slices.Values([]int{1})))
	sort.Sort(sort.Reverse(sort.StringSlice(keys)))
	fmt.Println(keys, sort.IsSorted(sort.StringSlice(keys)), sort.SearchStrings([]string{"a", "c"}, "b"))
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].A < ps[j].A })
	fmt.Println(ps, sort.SliceIsSorted(ps, func(i, j int) bool { return ps[i].A < ps[j].A }))
	fl := []float64{2.5, -1}
	sort.Float64s(fl)
	fmt.Println(fl)
	type kv struct {
		k string
		v int
	}
	var kvs []kv
	for k, v := range m {
		kvs = append(kvs, kv{k, v})
	}
	sort.Slice(kvs, func(i, j int) bool { return kvs[i].v > kvs[j].v })
	fmt.Println(kvs)
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Max([]int{})
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Insert([]int{1}, 5, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Delete([]int{1}, 0, 5)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Chunk([]int{1}, 0)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Grow([]int{1}, -1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Repeat([]int{1}, -1)
	}()
}
