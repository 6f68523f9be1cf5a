//how: refused

package main

import "fmt"

type MyInt int

type A interface{ ~MyInt }
type B interface{ int | int }
type C interface{ int | ~int }
type D interface{ fmt.Stringer | int }
type E interface{ comparable | int }

func F[T int | string, U T](x T) {}
func G[T any, U T | int](x T)    {}
func H[T ~error]()               {}

func main() {
	x := ~5
	_ = x
}
