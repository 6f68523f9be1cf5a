//how: refused

package main

import "fmt"

func main() {
	a := make([]int, -1)
	b := make([]int, 5, 2)
	c := make([]int, "3")
	d := make(map[string]int, 1, 2)
	e := make([3]int)
	f := make(struct{})
	g := make(chan int, -2)
	h := make()
	i := new()
	j := make([]int, 1.5)
	fmt.Println(a, b, c, d, e, f, g, h, i, j)
}
