//how: refused

package main

import "fmt"

func f() int {
	return 1
	x := 2
}

func main() {
	panic("x")
	fmt.Println(undefinedName)
}
