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
	f := 1.5
	f++
}
