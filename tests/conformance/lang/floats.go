package main

import (
	"fmt"
	"math"
)

func main() {
	zero := 0.0
	inf := 1 / zero
	nan := zero / zero
	fmt.Println(inf, -inf, nan, nan == nan, nan != nan, inf > math.MaxFloat64)
	fmt.Println(0.1+0.2, float32(0.1)+float32(0.2))
	fmt.Println(1e21, 1e20, 123456789.0, 1e-7, 0.000001, 100000000000000000000000.0)
	fmt.Println(math.Sqrt(2), math.Pi)
	fmt.Println(float32(1)/3, 2.0/3)
	neg := -zero
	fmt.Println(neg, 1/math.Copysign(0, -1))
	var f float32 = 16777216
	fmt.Println(f+1 == f, 5.0, 5.5e3)
}
