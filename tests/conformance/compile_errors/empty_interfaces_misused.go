//how: refused
package main

func main() {
	var x interface{} = 5
	y := x + 1
	var s string = x
	z := x.(int) + "a"
	w, ok := x.(string), true
	n := x.(type)
	if x.(bool) {
	}
	x.foo()
	x[0] = 1
	for range x {
	}
	var p *interface{} = &x
	p.foo()
	len(x)
	var e error = x
	e = "err"
	_ = x == []int{}
	_ = x < 1
}
