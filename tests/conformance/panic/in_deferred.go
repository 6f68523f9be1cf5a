package main

import "fmt"

func main() {
	defer func() {
		fmt.Println("deferred")
		panic("second")
	}()
	panic("first")
}
