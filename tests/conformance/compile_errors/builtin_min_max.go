//how: refused

package main

import "fmt"

func main() {
	fmt.Println(min())
	fmt.Println(max(1, "a"))
	fmt.Println(min([]int{1, 2}))
	fmt.Println(max(1, 2.5, 'a'), min(true, false))
	var i int
	var f float64
	fmt.Println(min(i, f))
	fmt.Println(min(i, 2.5))
	clear(5)
	clear(i, f)
	clear("abc")
}
