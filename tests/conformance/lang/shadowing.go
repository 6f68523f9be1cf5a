package main

import "fmt"

var x = 1

func main() {
	fmt.Println(x)
	x := 2
	if x := 3; x > 2 {
		x := x + 10
		fmt.Println(x)
	}
	{
		x, y := x*100, x
		fmt.Println(x, y)
	}
	fmt.Println(x)
	for x := range 2 {
		fmt.Print(x, " ")
	}
	fmt.Println(x)
}
