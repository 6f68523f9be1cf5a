//how: refused

package main

var x = x + 1
var y int = f()

func f() int { return y }

type A = A
type B []B
type C struct{ c *C }
type D [2]D
type E interface{ E }
type F func(F) F

func main() {}
