package main

import (
	"fmt"
	"math"
	"strconv"
)

type C complex64

func main() {
	zs := []any{1 + 2i, complex64(0.1 - 1e9i), -1e100 + 1e-7i, complex(math.Inf(1), math.NaN()), complex(math.Copysign(0, -1), math.Inf(-1)), C(1.5i), 123456789.0 + 1e21i}
	verbs := []string{"%v", "%+v", "%#v", "%f", "%F", "%.2f", "%g", "%.3g", "%G", "%e", "%.1E", "%x", "%X", "%b", "%8.2f", "%-8.1f|", "%+.1f", "% .1f", "%08.2f", "%T", "%d", "%s", "%t", "%q", "%p", "%c", "%#g", "%6v"}
	for _, v := range verbs {
		for _, z := range zs {
			fmt.Printf(v+" ", z)
		}
		fmt.Println()
	}
	fmt.Println([]complex128{1, 1i}, [2]complex64{}, map[complex64]int{2: 1, 1i: 2, 1: 3, 1 - 1i: 4}, struct {
		z complex128
		p *int
	}{})
	fmt.Printf("%v %d %+v %.1f\n", []complex128{1}, []complex64{2i}, struct{ Z complex64 }{1}, map[string]complex128{"a": 1.25i})
	fmt.Print(1i, 2, "a", 3i, 4i, "\n")
	z := 3 - 4i
	p := &z
	fmt.Println(*p, p == &z, fmt.Sprint(z, z), strconv.FormatComplex(z, 'g', -1, 128), strconv.FormatComplex(1.0/3, 'f', 3, 64))
	for _, s := range []string{"1+2i", "(3-4.5i)", "i", "-i", "5", "1e3+1e-3i", "", "x", "1+", "2i+1", "(1", "inf+nani", "+Inf-Infi"} {
		z, err := strconv.ParseComplex(s, 128)
		fmt.Println(z, err)
	}
}
