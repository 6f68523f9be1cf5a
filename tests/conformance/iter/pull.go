package main

import (
	"fmt"
	"iter"
	"slices"
)

func main() {
	seq := func(yield func(string) bool) {
		defer fmt.Println("seq ends")
		for _, s := range []string{"a", "b", "c"} {
			if !yield(s) {
				return
			}
		}
	}
	next, stop := iter.Pull(seq)
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	next2, stop2 := iter.Pull2(slices.All([]int{7}))
	defer stop2()
	fmt.Println(next2())
	fmt.Println(next2())
}
