//how: refused

// What recover returns is an interface{} to the compiler, not an any; and the library's own names in messages.
package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
)

func main() {
	defer func() {
		r := recover()
		var message string = r
		fmt.Println(message, r.Error(), recover()+1)
		if r == "x" {
			var err error = recover()
			err = r
			fmt.Println(err)
		}
		recover().(error)
	}()
	for k := range maps.Keys([]int{1}) {
		fmt.Println(k)
	}
	_ = slices.Collect(slices.Chunk(map[int]int{}, 2))
	bytes.Map(func(r rune) any { return r }, nil)
}
