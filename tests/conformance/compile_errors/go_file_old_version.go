//how: refused

//go:build go1.21

package main

import "fmt"

func main() {
	for i := range 10 {
		fmt.Println(i)
	}
}
