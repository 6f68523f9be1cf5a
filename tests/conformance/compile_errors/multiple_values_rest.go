//how: refused

package main

import "fmt"

func two() (int, error) { return 1, nil }

func main() {
	if two() {
	}
	for i := range two() {
		_ = i
	}
	return two()
}
