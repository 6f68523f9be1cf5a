//how: refused

package main

func main() {
	let x = 1
}
