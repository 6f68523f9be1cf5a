//how: refused

package main

func Map[T, U any](s []T, f func(T) U) []U    { return nil }
func Keys[K comparable, V any](m map[K]V) []K { return nil }

func main() {
	Map([]int{1}, func(s string) string { return s })
	Map(1, func(n int) int { return n })
	Map([]int{1})
	var s []string = Map([]int{1}, func(n int) int { return n })
	Keys([]int{1})
	k := Keys(map[string]int{})
	var n []int = k
	Map[int, string]([]int{1}, func(n int) int { return n })
	_, _ = s, n
}
