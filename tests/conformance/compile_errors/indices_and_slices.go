//how: refused
package main

func main() {
	var x = [3]int{1,2,3,4}
	y := x[5]
	z := x[-1]
	s := "abc"
	s[0] = 'x'
	_ = s[10]
	const c = "abc"
	_ = c[10]
	_ = x["a"]
	_ = x[1.5]
	p := &x[1:2]
	_ = p
	_ = y
	_ = z
}
