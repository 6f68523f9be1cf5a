package main

import "fmt"

func main() {
	defer fmt.Println("d1")
	defer func() {
		defer func() {
			panic("p3")
		}()
		panic("p2")
	}()
	panic("p1")
}
