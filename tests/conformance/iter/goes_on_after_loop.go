package main

import "fmt"

func main() {
	var saved func(int) bool
	f := func(yield func(int) bool) {
		saved = yield
		yield(1)
	}
	for x := range f {
		fmt.Println(x)
	}
	saved(2)
}
