package main

import "fmt"

func main() {
	fmt.Printf("%[2]d %[1]d\n", 1, 2)
	fmt.Printf("%[1]d %[1]x %[1]q %[1]T\n", 65)
	fmt.Printf("%[3]*.[2]*[1]f|\n", 12.0, 2, 6)
	fmt.Printf("%[2]s-%s\n", "a", "b", "c")
	fmt.Printf("%v %[1]v %v\n", "a", "b")
}
