//how: refused
package main

import "fmt"

func g(n int) int {
	if n > 0 {
		return 1
	}
}

func h(n int) int {
	for {
		break
	}
}

func k(n int) int {
	switch n {
	case 1:
		return 1
	}
}

func l(n int) (x int, err error) {
	return 1
}

func m(n int) (int, string) {
	return 1, 2
}

func o() {
	return 1
}

func p() int {
	return
}

func q() int {
	return 1, 2
}

func main() {
	fmt.Println(g(1), h(1), k(1))
}
