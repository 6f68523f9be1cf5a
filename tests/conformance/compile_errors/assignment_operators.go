//how: refused

package main

func main() {
	var a, b = 1, "x"
	a += b
	a -= "1"
	b *= 2
	b += 'c'
	a /= 0
	a <<= -1
	a &= 1.5
	var ok bool
	ok += true
	ok |= true
	a ^= ok
}
