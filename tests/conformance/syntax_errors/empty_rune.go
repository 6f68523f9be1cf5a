//how: refused

package main

func main() {
	r := ''
	_ = r
}
