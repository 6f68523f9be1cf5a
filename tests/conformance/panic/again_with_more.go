package main

import "fmt"

func a() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("a got", r)
			panic(r)
		}
	}()
	panic("orig")
}
func b() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("b got", r)
			panic(fmt.Sprintf("%v (from b)", r))
		}
	}()
	a()
}
func main() {
	defer fmt.Println("main deferred")
	b()
}
