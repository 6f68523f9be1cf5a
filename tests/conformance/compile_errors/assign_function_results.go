//how: refused

package main

import "fmt"

func noResult() {}

func main() {
	a := noResult()
	var b = noResult()
	c := []int{noResult()}
	d := noResult
	d = 5
	e := func() {}()
	f := fmt.Println
	f = noResult
	g, h := noResult(), 1
	fmt.Println(noResult())
	return noResult()
}
