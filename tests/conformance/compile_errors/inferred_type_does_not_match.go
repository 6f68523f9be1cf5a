//how: refused

package main

type Number interface{ ~int | ~float64 }

func Map[S ~[]E, E any](s S, f func(E) E) S   { return s }
func Sum[K comparable, V Number](m map[K]V) V { var v V; return v }
func Ptr[T any, P *T](p P)                    {}

func main() {
	Map([]int{1}, func(s string) string { return s })
	Map(map[string]int{}, func(i int) int { return i })
	Sum(map[string]string{})
	Sum([]int{1})
	Map[[]int]([]string{}, nil)
	Ptr(5)
}
