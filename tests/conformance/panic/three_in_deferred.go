package main

import "fmt"

func a() { defer fmt.Println("a"); b() }
func b() {
	defer func() {
		fmt.Println("b", recover())
		defer func() { panic("third") }()
		panic("second")
	}()
	panic("first")
}
func main() { a() }
