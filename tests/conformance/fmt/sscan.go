package main

import "fmt"

func main() {
	var a, b int
	n, err := fmt.Sscan("10 20", &a, &b)
	fmt.Println(n, err, a, b)
	var s string
	var f float64
	n, err = fmt.Sscanf("x=abc 2.5", "x=%s %f", &s, &f)
	fmt.Println(n, err, s, f)
}
