//how: refused

package main

func main() {
	x, s, b := 1, "a", true
	x += "b"
	s += 1
	s -= "a"
	b += 1
	x += 1.5
	b = b + b
	x %= 1.5
	x <<= 1.5
	undefined += 1
	s += 'c'
}
