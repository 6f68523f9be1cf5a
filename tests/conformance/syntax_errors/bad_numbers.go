//how: refused

package main

func main() {
	a := 08
	b := 0x
	c := 1__0
	d := 0b12
	e := 1e
}
