package main

import "fmt"

func main() {
	println("to stderr", 1, true, 'a', nil == any(nil))
	print("a", "b", 2, "\n")
	println(3.5, 1e100, uint8(7), int64(-9))
	fmt.Println("to stdout")
}
