//how: refused

package main

import "fmt"

func main() {
	x := _
	_ = 1
	fmt.Println(_)
	_ := 5
	var _ int = "a"
	_()
	_++
}
