//how: refused

package main

type A struct{ x int }
type B struct{ y int }

func main() {
	_ = int("12")
	_ = string(3.5)
	_ = []int("abc")
	_ = B(A{})
	_ = bool(1)
	_ = int(true)
	_ = float64("1.5")
	_ = (*int)(5)
	_ = A(5)
	_ = error("x")
	_ = chan int(nil)
}
