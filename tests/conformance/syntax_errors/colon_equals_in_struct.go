//how: refused

package main

func main() {
	p := struct{ x int }{x = 1}
	p.y := 2
}
