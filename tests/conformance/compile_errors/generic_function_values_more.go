//how: refused

package main

func Id[T any](x T) T               { return x }
func Two[A, B any](a A, b B) (A, B) { return a, b }
func Use(f func(int) string)        {}

func main() {
	f := Id
	var g func(int) string = Id
	Use(Id)
	h := Two[int]
	Id[int, string](1)
	_ = Id[nosuch]
	var k func(int) int = Id
	var l func(string, int) (string, int) = Two[string]
	_, _, _, _, _ = f, g, h, k, l
}
