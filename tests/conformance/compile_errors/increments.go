//how: refused

package main

func main() {
	s := "a"
	s++
	b := true
	b--
	5++
	var p *int
	p++
	m := map[string]int{}
	m["a"]++
	m++
	x, y := 1, 2
	x, y += 1
	f := 1.5
	f++
}
