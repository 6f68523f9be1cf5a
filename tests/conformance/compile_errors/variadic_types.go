//how: refused

package main

import "fmt"

func sum(ns ...int) int { return 0 }
func pair(a, b int)     {}

func main() {
	sum([]int{1, 2})
	sum(1, []int{2}...)
	sum([]string{"a"}...)
	sum(1, "a", 2.5)
	s := []int{1}
	fmt.Println(s...)
	pair(s...)
}
