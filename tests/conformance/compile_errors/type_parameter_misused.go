//how: refused

package main

func A[T any](x T) { x.foo(); x.bar = 1 }
func B[T any](x T) {
	switch x.(type) {
	case int:
	}
}
func C[T any](x T) { _ = x.(int) }

type S[T any] T
type U[T any] struct{ T }

func D[T any]() {
	for range *new(T) {
	}
}
func E[T []int | map[string]int](x T) { x[0] = 1 }
func F[T any](x T) int                { return int(x) }
func G[T int | string](x T) T         { return x * 2 }
func H[T any](x, y T) bool            { return x < y }

func main() {}
