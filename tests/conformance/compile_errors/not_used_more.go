//how: refused

package main

type T struct{ a int }

func main() {
	t := T{}
	t.a
	&t
	T{}
	func() {}
	int(5)
	make([]int, 1)
	new(int)
	nil
	true
}
