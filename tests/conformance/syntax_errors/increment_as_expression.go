//how: refused

package main

func main() {
	i := 0
	x := i++
	y := ++i
}
