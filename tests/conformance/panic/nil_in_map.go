package main

import "fmt"

type T struct {
	a int
	b string
}

func main() {
	m := map[string]*T{}
	fmt.Println(m["x"].b)
}
