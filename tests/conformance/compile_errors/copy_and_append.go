//how: refused

package main

func main() {
	s := []int{1}
	var i8 []int8
	copy(s, i8)
	copy(s, "abc")
	copy(5, s)
	append(nil, 1)
	s = append()
	x := append(s, 1, "b", 2.5)
	copy(s)
	y := append("abc", 'd')
	_, _ = x, y
}
