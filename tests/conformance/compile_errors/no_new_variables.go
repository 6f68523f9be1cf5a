//how: refused

package main

import "fmt"

func main() {
	a := 1
	a := 2
	b, c := 1, 2
	b, c := 3, 4
	fmt.Println(a, b, c)
}
