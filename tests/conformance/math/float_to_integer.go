// Floats that no integer type can hold, converted as amd64 does; and the powers of ten.
package main

import (
	"fmt"
	"math"
)

//go:noinline
func show(x float64) {
	fmt.Println(x, int8(x), int16(x), int32(x), int64(x), uint8(x), uint16(x), uint32(x), uint64(x))
	f := float32(x)
	fmt.Println(f, int8(f), int16(f), int32(f), int64(f), uint8(f), uint16(f), uint32(f), uint64(f))
}

func main() {
	for _, x := range []float64{
		-1.5, 255.9, 70000, 3e9, -3e9, 1e10, -1e10, 1 << 31, 1 << 32, 1 << 63, 1.5 * (1 << 63), 1 << 64, 1e19, 1e20,
		-1e20, math.NaN(), math.Inf(1), math.Inf(-1),
	} {
		show(x)
	}
	for _, n := range []int{-400, -324, -323, -50, -1, 0, 1, 22, 23, 100, 308, 309} {
		fmt.Print(math.Pow10(n), " ")
	}
	fmt.Println()
}
