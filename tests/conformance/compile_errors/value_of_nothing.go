//how: refused

package main

import "fmt"

func f() {}

func two() (int, int) { return 1, 2 }

func main() {
	x := f()
	fmt.Println(f())
	y := two() + 1
	var z = f()
	if f() {
	}
	return f()
	g(f())
	_ = []int{two()}
	fmt.Println(x, y, z)
}

func g(x int) {}
