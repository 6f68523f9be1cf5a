package main

import (
	"fmt"
	"math"
)

const s string = "constant"

func main() {
	fmt.Println(s)
	const n = 500000000
	const d = 3e20 / n
	fmt.Println(d)
	fmt.Println(int64(d))
	fmt.Println(math.Sin(n))
	fmt.Println(math.Sqrt2, math.MaxInt64, uint64(math.MaxUint64), math.SmallestNonzeroFloat64, math.MaxFloat32)
	fmt.Println(math.Inf(1), math.NaN(), -math.Inf(1), math.Floor(-1.5), math.Ceil(1.2), math.Trunc(-1.7), math.Round(2.5), math.RoundToEven(2.5))
	fmt.Println(math.Pow(2, 10), math.Exp(1), math.Log(10), math.Log2(8), math.Log10(1000), math.Cbrt(27), math.Hypot(3, 4), math.Mod(7, 3), math.Abs(-2))
	fmt.Println(math.Atan2(1, 1), math.Sinh(1), math.Gamma(5), math.Max(1, 2), math.Min(1, math.NaN()), math.Signbit(-0.0), math.Float64bits(1.5), math.Float32frombits(0x3fc00000))
	f, e := math.Frexp(8.5)
	fmt.Println(f, e, math.Ldexp(0.5, 3))
	i, fr := math.Modf(3.75)
	fmt.Println(i, fr, math.IsNaN(math.NaN()), math.IsInf(math.Inf(-1), -1))
}
