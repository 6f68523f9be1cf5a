//how: refused

package main

import "fmt"

func two() (int, []int)    { return 1, nil }
func vari(a int, b ...int) {}
func fixed(a int, b []int) {}

func main() {
	s := []int{1}
	vari(two()...)
	fixed(1, s...)
	vari(s...)
	vari(1, 2, s...)
	_ = []int(s...)
	vari(1, s)
	fmt.Println(fmt.Sprint(s...), len(s...))
}
