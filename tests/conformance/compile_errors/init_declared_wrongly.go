//how: refused

package main

var init = 5

const c = iota

func main() {
	x := iota
	_ = x
}
