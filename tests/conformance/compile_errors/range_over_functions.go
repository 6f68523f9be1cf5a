//how: refused

package main

func none()                              {}
func result(yield func(int) bool) bool   { return true }
func three(yield func(a, b, c int) bool) {}
func novalue(yield func() bool)          {}
func one(yield func(int) bool)           {}

func main() {
	for range none {
	}
	for range result {
	}
	for range three {
	}
	for x := range novalue {
		_ = x
	}
	for x, y := range one {
		_, _ = x, y
	}
}
