//how: refused

package main

func f() int { return 3 }

var n = 5

const c = 2.0
const d = 2.5

type T [n]int

func main() {
	var a [f()]int
	var b [c]int
	var e [d]int
	var g [-2]int
	var h ["x"]int
	var i [undefinedLength]int
	_, _, _, _, _, _ = a, b, e, g, h, i
}
