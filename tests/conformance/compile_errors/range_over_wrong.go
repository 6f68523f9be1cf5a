//how: refused

package main

type T struct{}

func main() {
	for range (T{}) {
	}
	for i := range 3.5 {
		_ = i
	}
	for i, j := range 5 {
		_, _ = i, j
	}
	var p *int
	for range p {
	}
	for range true {
	}
	var s string
	for s = range []int{1} {
	}
	for range func(int) {} {
	}
}
