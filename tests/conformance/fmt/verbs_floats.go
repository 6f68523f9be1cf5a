package main

import (
	"fmt"
	"math"
)

func main() {
	f := 3.14159265
	fmt.Printf("%f|%.2f|%8.3f|%-8.1f|%08.2f|%+.1f|%e|%E|%g|%G|%.3g|%6.0f|%v\n", f, f, f, f, f, f, f, f, f, f, f, f, f)
	fmt.Printf("%v %v %v %v %v\n", 1e6, 1e21, 1e-5, 123456789.0, float32(0.1))
	fmt.Printf("%g %g %.10g %.1f %.0f %.0f\n", 100000.0, 1e-10, 1.0/3, 0.25, 0.5, 1.5)
	fmt.Printf("%f %5.1f|%v %v\n", math.Inf(1), math.NaN(), math.Inf(-1), -0.0)
	fmt.Printf("%6.2f%%|%x|%b\n", 99.5, 1.0, 1.0)
	fmt.Println(float32(1)/3, 1.0, 1e100, 5e-324, math.MaxFloat64, 100000000.0, 12345678.9)
	fmt.Printf("%#g %#.3g % .2f %+g\n", 1.0, 2.0, 3.0, 4.0)
}
