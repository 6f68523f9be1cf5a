//how: refused

package main

import "fmt"

type T struct{}

func main() {
	x := int
	fmt.Println(T)
	y := 5
	var z y
	return T
	int = 5
	if T == nil {
	}
	_ = []y{}
	_, _ = x, z
}
