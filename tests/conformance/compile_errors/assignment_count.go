//how: refused

package main

import "fmt"

func two() (int, int) { return 1, 2 }
func none()           {}

func main() {
	a, b := 1
	c := two()
	d, e, f := two()
	var g, h int = 1, 2, 3
	i := none()
	a, b = two(), 3
	fmt.Println(a, b, c, d, e, f, g, h, i)
	a, b = 1, 2, 3
}
