//how: refused

package main

import "fmt"

type T struct{ n int }

func main() {
	x := 5
	x()
	t := T{}
	t.n()
	"a"()
	T()
	nil()
	int(1, 2)
	int()
	fmt.Println(string("a", "b"))
	fmt()
}
