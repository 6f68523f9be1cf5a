package main

import "iter"

func main() {
	var f iter.Seq[int] = func(yield func(int) bool) {
		yield(1)
		yield(2)
	}
	for range f {
		break
	}
}
