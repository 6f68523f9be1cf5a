//how: refused

package main

func main() {
	x := 1
	if x {
	}
	for x {
	}
	if "a" {
	}
	if x = 2; x {
	}
	switch {
	case x:
	case x > 1:
	}
	for i := 0; i; i++ {
	}
	var p *int
	if p {
	}
	if !x == true {
	}
}
