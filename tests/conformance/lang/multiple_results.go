package main

import "fmt"

func divide(a, b int) (quotient, remainder int) {
	quotient = a / b
	remainder = a % b
	return
}

func swap(a, b string) (string, string) { return b, a }

func pass(a, b string) string { return a + "-" + b }

func main() {
	q, r := divide(17, 5)
	fmt.Println(q, r)
	fmt.Println(divide(-17, 5))
	fmt.Println(pass(swap("x", "y")))
	_, r = divide(9, 4)
	fmt.Println(r)
}
