//how: refused

package main

var v = 3

const a = v
const b = f()
const c int = "x"
const d []int = nil
const e
const g = len([]int{1})

func f() int { return 1 }

func main() {
	const unusedIsFine = 1
	const h = 1
	h = 2
}
