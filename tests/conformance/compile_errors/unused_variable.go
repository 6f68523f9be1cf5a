//how: refused

package main

import "fmt"

func main() {
	x := 1
	var y int
	z, err := f()
	fmt.Println(z)
	for i, v := range []int{1} {
	}
	func(unusedParam int) {}(1)
	w := 1
	w = 2
}

func f() (int, error) { return 0, nil }
