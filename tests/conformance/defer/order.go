package main

import "fmt"

func main() {
	for i := range 3 {
		defer fmt.Println("loop", i)
	}
	x := 1
	defer fmt.Println("argument evaluated early", x)
	defer func() { fmt.Println("closure sees late", x) }()
	x = 2
	func() {
		defer fmt.Println("inner")
		fmt.Println("in inner")
	}()
	fmt.Println("end of main")
}
