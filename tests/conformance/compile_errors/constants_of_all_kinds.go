//how: refused
package main

const (
	a = 10
	b
	c = "x" + 1
	d int = "a"
	e = len([]int{1})
	f uint8 = 256
	g = 1 / 0
	h float64 = 1 << 3
	i = 5.0 % 2
	j int = 2.5
	k = a.b
	l []int = nil
	m = nil
	n = true + 1
)

func main() {}
