// Calls and nothing else.
package main

import "fmt"

const orders = 32

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() {
	fmt.Println(fib(orders))
}
