//how: refused

package main

func main() {
	goto inside
	if true {
	inside:
		println("x")
	}
	goto over
	y := 1
over:
	println(y)
}
