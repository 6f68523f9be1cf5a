//how: refused

package main

import "fmt"

func f() int { return 1 }

func main() {
	defer f
	go func() {}
	defer recover
	go 5
	defer (f())
	defer len("x")
	go fmt.Println
}
