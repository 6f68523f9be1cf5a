package main

import (
	"fmt"
	"math"
)

func main() {
	fmt.Println(math.Sqrt(16), math.Pow(2, 10), math.Abs(-3.5), math.Floor(-1.5), math.Ceil(1.2), math.Trunc(-1.7), math.Round(2.5), math.Round(-2.5), math.RoundToEven(2.5))
	fmt.Println(math.Max(1, 2), math.Min(1, 2), math.Mod(7, 3), math.Mod(-7, 3), math.Hypot(3, 4), math.Cbrt(27))
	fmt.Printf("%.10f %.10f %.10f %.10f\n", math.Sin(1), math.Cos(1), math.Tan(1), math.Atan2(1, 2))
	fmt.Printf("%.10f %.10f %.10f %.10f\n", math.Exp(1), math.Log(10), math.Log2(8), math.Log10(1000))
	fmt.Println(math.MaxInt, math.MinInt64, math.MaxInt32, math.MaxUint32, math.MaxUint8, uint64(math.MaxUint64))
	fmt.Println(math.Pi, math.E, math.SmallestNonzeroFloat64, math.MaxFloat32)
	fmt.Println(math.IsNaN(math.NaN()), math.IsInf(math.Inf(1), 0), math.Inf(-1), math.Signbit(-1))
	i, f := math.Modf(3.75)
	fmt.Println(i, f)
	fr, e := math.Frexp(8)
	fmt.Println(fr, e, math.Ldexp(0.5, 4))
	fmt.Println(math.Float64bits(1.5), math.Float64frombits(4609434218613702656), math.Float32bits(1))
}
