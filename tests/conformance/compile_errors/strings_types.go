//how: refused

package main

import "fmt"

func main() {
	s := "abc"
	var c string = s[0]
	if s[0] == "a" {
	}
	t := s + 'x'
	u := s + 5
	n := len(s) + "x"
	v := s * 3
	for i, r := range s {
		var str string = r
		var b byte = r
		_, _, _ = i, str, b
	}
	w := string(1.5)
	x := []byte(5)
	y := int("5")
	fmt.Println(c, t, u, n, v, w, x, y)
}
