//how: refused

package main

import "fmt"

func main() {
	a := [3]int{1, 2, 3}
	s := []int{1}
	fmt.Println(a[3], a[-1], s[-1], "abc"[3])
	fmt.Println(a[2:1], s[3:2], a[:4])
	fmt.Println(s["x"], s[1.5], a["0"])
	m := map[string]int{}
	fmt.Println(m[1])
	var b [-1]int
	n := 3
	var c [n]int
	_, _ = b, c
}
