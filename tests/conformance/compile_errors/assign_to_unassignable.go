//how: refused

package main

const c = 1

type T struct{ x int }

func f() T { return T{} }

func main() {
	c = 2
	1 = 2
	"abc"[0] = 'x'
	s := "abc"
	s[0] = 'x'
	f() = T{}
	f().x = 1
	m := map[string]T{}
	m["a"].x = 1
	main = nil
	c++
	s++
	nil = 1
	true = false
}
