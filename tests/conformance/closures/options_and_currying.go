package main

import "fmt"

type Op func(float64, float64) float64

func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }
func curry(f func(int, int) int) func(int) func(int) int {
	return func(a int) func(int) int { return func(b int) int { return f(a, b) } }
}
func memo(f func(int) int) func(int) int {
	cache := map[int]int{}
	return func(n int) int {
		if v, ok := cache[n]; ok {
			return v
		}
		v := f(n)
		cache[n] = v
		return v
	}
}
func fibgen() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}
func variadic(pre string, xs ...any) string { return fmt.Sprint(pre, len(xs), xs) }
func apply(nums []int, fs ...func(int) int) []int {
	out := make([]int, len(nums))
	for i, n := range nums {
		for _, f := range fs {
			n = f(n)
		}
		out[i] = n
	}
	return out
}

type Option func(*Config)
type Config struct {
	host string
	port int
}

func WithPort(p int) Option { return func(c *Config) { c.port = p } }
func New(host string, opts ...Option) *Config {
	c := &Config{host: host, port: 80}
	for _, o := range opts {
		o(c)
	}
	return c
}
func multi() (int, string, error)          { return 1, "a", nil }
func take(i int, s string, e error) string { return fmt.Sprint(i, s, e) }
func main() {
	ops := map[string]Op{"add": func(a, b float64) float64 { return a + b }, "mul": func(a, b float64) float64 { return a * b }}
	fmt.Println(ops["add"](1, 2), ops["mul"](3, 4))
	fmt.Println(compose(func(i int) string { return fmt.Sprint(i) }, func(s string) int { return len(s) })(12345))
	fmt.Println(curry(func(a, b int) int { return a - b })(10)(3))
	var fib func(int) int
	fib = memo(func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	fmt.Println(fib(80))
	g := fibgen()
	for range 8 {
		fmt.Print(g(), " ")
	}
	fmt.Println()
	fmt.Println(variadic("a"), variadic("b", 1, "x", nil), variadic("c", []any{1, 2}...), variadic("d", []int{1}))
	fmt.Println(apply([]int{1, 2, 3}, func(i int) int { return i * i }, func(i int) int { return -i }))
	fmt.Println(*New("h", WithPort(8080)))
	fmt.Println(take(multi()))
	func(msg string) { fmt.Println(msg) }("iife")
	x := 1
	inc := func() { x++ }
	inc()
	inc()
	fmt.Println(x)
	fns := make([]func() int, 0)
	for i := range 3 {
		fns = append(fns, func() int { i *= 10; return i })
	}
	fmt.Println(fns[0](), fns[1](), fns[2](), fns[2]())
	var rec func(int, func(int)) = func(n int, f func(int)) { f(n) }
	rec(5, func(n int) { fmt.Println("cb", n) })
	type node struct {
		v    int
		next *node
	}
	var head *node
	for i := range 3 {
		head = &node{i, head}
	}
	for n := head; n != nil; n = n.next {
		fmt.Print(n.v, " ")
	}
	fmt.Println()
	if v, err := func() (int, error) { return 3, nil }(); err == nil && v > 2 {
		fmt.Println("ok", v)
	} else if v == 0 {
		fmt.Println("zero")
	}
}
