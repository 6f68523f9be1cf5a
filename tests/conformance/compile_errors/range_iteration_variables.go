//how: refused

package main

func main() {
	var s string
	var f float64
	for s = range 3 {
	}
	for f, s = range []int{1} {
	}
	c := make(chan int)
	for i, v := range c {
		_, _ = i, v
	}
	for i := range 10.0 {
		var x int = i
		_ = x
	}
	for i := range "abc" {
		var x string = i
		_ = x
	}
	for i, j := range 3 {
		_, _ = i, j
	}
	for range nil {
	}
}
