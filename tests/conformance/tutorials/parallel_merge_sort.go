package main

import (
	"fmt"
	"sort"
	"sync"
)

func mergeSort(s []int, depth int) []int {
	if len(s) <= 1 {
		return s
	}
	mid := len(s) / 2
	var l, r []int
	if depth > 0 {
		var wg sync.WaitGroup
		wg.Add(2)
		go func() { defer wg.Done(); l = mergeSort(s[:mid], depth-1) }()
		go func() { defer wg.Done(); r = mergeSort(s[mid:], depth-1) }()
		wg.Wait()
	} else {
		l, r = mergeSort(s[:mid], 0), mergeSort(s[mid:], 0)
	}
	return merge(l, r)
}

func merge(a, b []int) []int {
	out := make([]int, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] <= b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

func main() {
	s := make([]int, 200)
	x := uint32(1)
	for i := range s {
		x = x*1664525 + 1013904223
		s[i] = int(x >> 20)
	}
	sorted := mergeSort(s, 3)
	fmt.Println(sort.IntsAreSorted(sorted), len(sorted), sorted[0], sorted[199])
}
