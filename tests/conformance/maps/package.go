package main

import (
	"fmt"
	"maps"
	"slices"
)

func main() {
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	keys := slices.Collect(maps.Keys(m))
	slices.Sort(keys)
	fmt.Println(keys, slices.Sorted(maps.Values(m)))
	c := maps.Clone(m)
	delete(c, "a")
	fmt.Println(len(m), len(c), maps.Equal(m, c))
	maps.Copy(c, map[string]int{"z": 26, "b": 20})
	fmt.Println(c)
	maps.DeleteFunc(c, func(k string, v int) bool { return v > 10 })
	fmt.Println(c)
	for _, k := range slices.Sorted(maps.Keys(m)) {
		fmt.Print(k, "=", m[k], " ")
	}
	fmt.Println()
	sum := 0
	for _, v := range maps.All(m) {
		sum += v
	}
	n := maps.Collect(slices.All([]string{"x", "y"}))
	fmt.Println(sum, n)
}
