package main

import "fmt"

type Shape interface{ Area() float64 }

type Square struct{ side float64 }

func (s Square) Area() float64 { return s.side * s.side }

type Source[T any] interface{ Next() (T, bool) }

type Counter struct{ n, max int }

func (c *Counter) Next() (int, bool) {
	c.n++
	return c.n, c.n <= c.max
}

// The element type follows from the method of what is given.
func Drain[T any](s Source[T]) (all []T) {
	for v, ok := s.Next(); ok; v, ok = s.Next() {
		all = append(all, v)
	}
	return
}

type bytes interface{ ~string | ~[]byte }

func Join[B bytes](to []byte, parts ...B) []byte {
	for _, p := range parts {
		to = append(to, p...)
		to = append(to, p[:1]...)
	}
	return to
}

type Grid[T any] struct{ cells []T }

// A method with type parameters of its own.
func (g Grid[T]) Map[U any](f func(T) U) Grid[U] {
	var out Grid[U]
	for _, c := range g.cells {
		out.cells = append(out.cells, f(c))
	}
	return out
}

func Apply[S ~[]E, E, R any](s S, f func(E) R) []R {
	var out []R
	for _, e := range s {
		out = append(out, f(e))
	}
	return out
}

func double[T int | float64](x T) T { return x * 2 }

type Ints []int

func main() {
	fmt.Println(Drain(&Counter{max: 4}))
	fmt.Println(string(Join(nil, "ab", "cd")), string(Join([]byte("x"), []byte("yz"))))
	g := Grid[int]{[]int{1, 2, 3}}
	fmt.Println(g.Map(func(n int) string { return fmt.Sprint(n, "!") }), g.Map[float64](func(n int) float64 { return float64(n) / 2 }))
	f := Grid[int].Map[bool]
	fmt.Println(f(g, func(n int) bool { return n > 1 }))
	fmt.Println(Apply(Ints{1, 2}, double[int]), Apply(Ints{3}, double))
	var d func(float64) float64 = double
	fmt.Println(d(1.5))
}
