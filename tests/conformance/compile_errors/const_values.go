//how: refused

package main

var v = 3

const a = v
const b = f()
const c int = "x"
const d []int = nil
const g = len([]int{1})
const ok = len([2]int{})
const big = 1 << 600
const neg uint = -1
const p = &v

func f() int { return 1 }

func main() {
	const unusedIsFine = 1
	const h = 1
	h = 2
}
