//how: refused

package main

import "fmt"

func main() {
	x := nil
	var y = nil
	var s string = nil
	var n int = nil
	fmt.Println(s == nil, n == nil)
	f(nil)
	var a [2]int = nil
	_, _, _ = x, y, a
}

func f(n int) {}
