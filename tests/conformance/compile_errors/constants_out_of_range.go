//how: refused
package main

const big = 1 << 100

func main() {
	var a int8 = 200
	var b uint = -1
	var c int = big
	var d float32 = 1e50
	var e int = 1.5
	f := 10 / 0
	g := 10 % 0
	h := 1.0 / 0
	var i byte = 'a' * 4
	j := int8(300)
	_, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j
}
