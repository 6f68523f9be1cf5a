package main

import "fmt"

type T struct {
	a    int
	name string
	next *T
	arr  [4]int
	in   struct{ x, y int8 }
}

func main() {
	defer func() {
		fmt.Println(recover())
		var t *T
		fmt.Println(t.next.name)
	}()
	var t T
	fmt.Println(t.next.a)
}
