//how: refused

package main

import "fmt"

func main() {
	var i int = "hello"
	var s string = 5
	var f float64 = "x"
	i = 3.5
	s = 'a'
	var b bool = 1
	var p *int = i
	i = nil
	var e error = "err"
	fmt.Println(i, s, f, b, p, e)
}
