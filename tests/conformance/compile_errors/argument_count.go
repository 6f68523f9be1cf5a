//how: refused

package main

import "fmt"

func add(a, b int) int            { return a + b }
func named(name string, n ...int) {}

func main() {
	add(1)
	add(1, 2, 3)
	add()
	named()
	named("a", 1, "b")
	fmt.Println(add(1, 2), len(), cap(1, 2))
	func() {}(1)
}
