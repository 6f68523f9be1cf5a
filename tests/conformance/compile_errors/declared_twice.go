//how: refused

package main

var x = 1
var x = 2

func f() {}
func f() {}

type T struct{}
type T int

const main = 3

func main() {
	a := 1
	var a int
	b, b := 1, 2
	_, _ = a, b
}

func g(p int, p string) {}
func h(p int) {
	var p string
	_ = p
}
