//how: refused

package main

func B[T any](x T) {
	switch x.(type) {
	case int:
	}
}

type S[T any] T
type U[T any] struct{ T }

func D[T any]() {
	for range *new(T) {
	}
}
func H[T any](x, y T) bool { return x < y }

func main() {}
