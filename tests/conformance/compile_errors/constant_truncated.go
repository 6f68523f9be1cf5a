//how: refused

package main

import "fmt"

func main() {
	var a int = 1.5
	b := int(2.7)
	var s []int = make([]int, 2.5)
	const c int = 10 / 4.0
	var u uint8 = 3.0
	arr := [2]int{1, 2, 3}
	fmt.Println(a, b, s, c, u, arr[5], "abc"[10])
	d := 10
	d = d + 0.5
	d += 1.5
	var e [2.5]int
	_ = e
}
