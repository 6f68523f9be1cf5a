package main

import "fmt"

func main() {
	defer func() {
		r := recover()
		fmt.Println("cleaning up")
		panic(r)
	}()
	panic("boom")
}
