//how: refused

package main

import (
	"fmt"
	"time"
)

func main() {
	var f32 float32 = "1"
	var u uint = -5
	var r rune = "a"
	var b byte = 300
	var s string = 65
	var i8 = int8(1000)
	var d time.Duration = "5s"
	var e time.Duration = 1.5
	x := 5 / 2.0
	var n int = x
	fmt.Println(f32, u, r, b, s, i8, d, e, n)
}
