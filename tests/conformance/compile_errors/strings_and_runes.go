//how: refused

package main

import "fmt"

func main() {
	s := "abc"
	var c string = s[0]
	if s[0] == "a" {
	}
	s[1] = 'x'
	r := 'ab'
	fmt.Println(c, r)
}
