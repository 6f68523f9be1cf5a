//how: refused

package main

import "fmt"

func two() (int, error) { return 1, nil }

func main() {
	x := two()
	var y int = two()
	fmt.Println(two() + 1)
	if two() {
	}
	for i := range two() {
		_ = i
	}
	s := []int{two()}
	z, w := two(), 1
	return two()
}
