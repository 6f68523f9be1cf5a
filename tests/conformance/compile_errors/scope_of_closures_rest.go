//how: refused

package main

import "fmt"

func main() {
	for i := range 3 {
		go func(n int) {
		}()
	}
	_ = g(2)
}
