//how: refused

package main

func main() {
	_ = [][]int{{1}, 2}
	var a [...]int
	_ = a
}
