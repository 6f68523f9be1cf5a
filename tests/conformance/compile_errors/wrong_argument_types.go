//how: refused

package main

import "fmt"

func add(a int, b int) int     { return a + b }
func greet(name string, n int) {}

func main() {
	add("1", 2)
	add(1.5, 2)
	greet(1, "x")
	var f float64 = 2
	fmt.Println(add(f, 1))
	greet(nil, 0)
}
