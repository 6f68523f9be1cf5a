package main

import (
	"fmt"
	"sort"
)

func main() {
	for _, x := range []any{-1, "text", [2]int{2, 1}, map[int]int{}} {
		func() {
			defer func() { fmt.Println(recover()) }()
			sort.Slice(x, func(i, j int) bool { return i < j })
		}()
	}
	sort.SliceStable(3.5, func(i, j int) bool { return false })
}
