//how: refused

package main

const c = 1

type T struct{ x int }

func f() T { return T{} }

func main() {
	s := "abc"
	m := map[string]T{}
	nil = 1
	true = false
}
