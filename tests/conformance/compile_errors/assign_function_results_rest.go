//how: refused

package main

import "fmt"

func noResult() {}

func main() {
	f := fmt.Println
	f = noResult
	g, h := noResult(), 1
	fmt.Println(noResult())
	return noResult()
}
