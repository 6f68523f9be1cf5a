//how: refused

package main

func init() {}

func main() {
	init()
	x := init
	_ = x
}
