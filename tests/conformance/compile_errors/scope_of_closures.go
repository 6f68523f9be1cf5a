//how: refused

package main

import "fmt"

func main() {
	for i := range 3 {
		go func(n int) {
			fmt.Println(n, j)
		}()
	}
	func(x int) { fmt.Println(x) }("a")
	f := func() (int, error) { return 1 }
	g := func(a int) { return a }
	defer func() { return 1 }()
	n := f()
	n, err := f(1)
	_ = g(2)
}
