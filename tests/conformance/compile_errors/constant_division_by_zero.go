//how: refused

package main

import "fmt"

const zero = 0

func main() {
	fmt.Println(1 / 0)
	fmt.Println(5 % zero)
	x := 3
	fmt.Println(x / 0)
	fmt.Println(1.0 / 0.0)
	x /= zero
}
