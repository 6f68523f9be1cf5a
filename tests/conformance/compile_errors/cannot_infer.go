//how: refused

package main

import "fmt"

func Make[T any]() T         { var z T; return z }
func Conv[A, B any](a A) B   { var b B; return b }
func Pair[T any](a, b T) T   { return a }
func Apply[T any](f func(T)) {}

func main() {
	x := Make()
	y := Conv(1)
	z := Pair(1, "a")
	w := Pair[int](1, "a")
	Apply(nil)
	fmt.Println(x, y, z, w)
}
