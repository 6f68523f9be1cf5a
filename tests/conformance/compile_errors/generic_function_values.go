//how: refused

package main

func Id[T any](x T) T                { return x }
func Two[A, B any](a A, b B) (A, B)  { return a, b }
func Use(f func(int) string)         {}

func main() {
	f := Id
	var g func(int) string = Id
	Use(Id)
	h := Two[int]
	Id[int, string](1)
	Id[](1)
	_ = Id[nosuch]
	_, _, _ = f, g, h
}
