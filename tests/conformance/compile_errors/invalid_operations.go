//how: refused

package main

import "fmt"

type T struct{ f func() }

func main() {
	a, b := 1, "x"
	fmt.Println(a + b)
	fmt.Println(a == b)
	fmt.Println("x" - "y")
	fmt.Println(!a)
	fmt.Println(-b)
	fmt.Println(a && true)
	fmt.Println(1.5 % 2)
	var f float64 = 2
	fmt.Println(f % 2)
	fmt.Println(a + f)
	fmt.Println(b * 2)
}
