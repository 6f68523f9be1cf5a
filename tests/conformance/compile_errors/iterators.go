//how: refused

package main

import "iter"

func seq(yield func(int) bool)          {}
func bad(yield func(int))               {}
func seq2(yield func(int, string) bool) {}

func main() {
	for a, b := range seq {
		_, _ = a, b
	}
	for x := range bad {
		_ = x
	}
	for s := range seq2 {
		var t string = s
		_ = t
	}
	var i iter.Seq[int] = seq2
	for v := range i {
		var s string = v
		_ = s
	}
	for range seq(nil) {
	}
}
