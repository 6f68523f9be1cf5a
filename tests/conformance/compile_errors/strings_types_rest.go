//how: refused

package main

import "fmt"

func main() {
	s := "abc"
	if s[0] == "a" {
	}
	for i, r := range s {
		_, _, _ = i, str, b
	}
	y := int("5")
	fmt.Println(c, t, u, n, v, w, x, y)
}
