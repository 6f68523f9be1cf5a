//how: refused

package main

import "fmt"

func main() {
	s := []int{1, 2, 3}
	str := "abc"
	a := [3]int{}
	fmt.Println(str[0:1:2])
	fmt.Println([3]int{1, 2, 3}[:])
	fmt.Println(5[1:], len[1:])
	fmt.Println(s[2:1:3], a[0:5], a[:2:1])
	var p *[]int = &s
	fmt.Println(p[0], p[1:])
	var m map[string]int
	fmt.Println(m[1:2])
}
