//how: refused

package main

type T struct {
	a int
	a string
	Missing
	*undefinedType
	int
	int
}

type U struct {
	U
}

type V struct {
	*V
	next *V
	arr  [2]V
}

type W interface {
	W
}

func main() {}
