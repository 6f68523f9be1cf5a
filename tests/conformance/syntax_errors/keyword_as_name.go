//how: refused

package main

func main() {
	func := 1
	var type int
}
