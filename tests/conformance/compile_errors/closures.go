//how: refused

package main

func apply(f func(int) int, n int) int { return f(n) }

func main() {
	apply(func(s string) int { return 1 }, 2)
	apply(func(n int) string { return "" }, 2)
	apply(func(n int) int { return "x" }, 2)
	apply(func() {}, 2)
	apply(3, func(n int) int { return n })
	f := func(a, b int) int { return a }
	f(1)
	var g func(int) = f
	h := func() { return 1 }
	_, _ = g, h
}
