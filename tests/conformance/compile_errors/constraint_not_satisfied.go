//how: refused

package main

import (
	"cmp"
	"fmt"
)

type Number interface{ ~int | ~float64 }

func Sum[T Number](xs ...T) (t T)  { return }
func Eq[T comparable](a, b T) bool { return a == b }
func Show[T fmt.Stringer](v T)     {}
func Sort[T cmp.Ordered](s []T)    {}

type S struct{}
type M map[string]int

func main() {
	Sum("a", "b")
	Sum[string]()
	Eq([]int{}, []int{})
	Eq(func() {}, func() {})
	Show(5)
	Show(S{})
	Sort([]S{})
	var i32 int32
	Sum(i32)
	Eq(M{}, M{})
}
