//how: refused

package main

type T struct {
	a int,
	b string,
}

func main() {}
