package main

import (
	"fmt"
	"time"
)

type Size uint64

const (
	B  Size = 1
	KB      = B << (10 * (iota))
	MB
)

const Huge = 1 << 62
const Mask = Huge - 1
const Ratio = Huge / 3.0
const eps = 1e-9

const (
	x = "const" + "ant"
	l = len(x)
	c = 'a' + 2
	b = x == "constant" && l > 3
)

func main() {
	fmt.Println(B, KB, MB, Huge, Mask, Ratio, eps)
	fmt.Println(x, l, c, string(rune(c)), b)
	fmt.Printf("%T %T %T %T %T\n", KB, Huge, Ratio, c, b)
	var f float32 = Huge
	var d time.Duration = 5
	fmt.Println(f, d*time.Second, 2*time.Minute+30*time.Second, time.Hour/4)
	const third = 1.0 / 3.0
	fmt.Println(third+third+third == 1, 0.1+0.2 == 0.3, 7>>1, -7>>1, -7/2)
	var h = 0.1
	fmt.Println(h+0.2 == 0.3, 1<<3|1, 3&^1, "a"+"b" < "b")
}
