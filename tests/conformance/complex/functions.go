package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

func main() {
	fs := []struct {
		name string
		f    func(complex128) complex128
	}{{"Sqrt", cmplx.Sqrt}, {"Exp", cmplx.Exp}, {"Log", cmplx.Log}, {"Log10", cmplx.Log10}, {"Sin", cmplx.Sin}, {"Cos", cmplx.Cos}, {"Tan", cmplx.Tan}, {"Cot", cmplx.Cot},
		{"Sinh", cmplx.Sinh}, {"Cosh", cmplx.Cosh}, {"Tanh", cmplx.Tanh}, {"Asin", cmplx.Asin}, {"Acos", cmplx.Acos}, {"Atan", cmplx.Atan}, {"Asinh", cmplx.Asinh}, {"Acosh", cmplx.Acosh}, {"Atanh", cmplx.Atanh}, {"Conj", cmplx.Conj},
		{"Pow2", func(z complex128) complex128 { return cmplx.Pow(z, 2) }}, {"PowI", func(z complex128) complex128 { return cmplx.Pow(z, 0.5-1i) }},
		{"Polar", func(z complex128) complex128 { return cmplx.Rect(cmplx.Polar(z)) }}}
	inf, nan, zero := math.Inf(1), math.NaN(), math.Copysign(0, -1)
	xs := []float64{0, zero, 1, -1, 0.5, -2.5, 3, inf, -inf, nan}
	for _, f := range fs {
		h := uint64(14695981039346656037)
		for _, a := range xs {
			for _, b := range xs {
				r := f.f(complex(a, b))
				for _, p := range []float64{real(r), imag(r)} {
					bits := math.Float64bits(p)
					if p != p {
						bits = 1
					}
					h = (h ^ bits) * 1099511628211
				}
			}
		}
		x := uint64(12345)
		draw := func() float64 {
			x ^= x << 13
			x ^= x >> 7
			x ^= x << 17
			return (float64(x>>11)/(1<<53) - 0.5) * math.Pow(2, float64(x%10)-3)
		}
		for range 500 {
			r := f.f(complex(draw(), draw()))
			h = (h ^ math.Float64bits(real(r))) * 1099511628211
			h = (h ^ math.Float64bits(imag(r))) * 1099511628211
		}
		fmt.Println(f.name, h, f.f(1+2i), f.f(-0.5-3i), f.f(0), f.f(complex(nan, 1)))
	}
	z := 3 + 4i
	r, θ := cmplx.Polar(z)
	fmt.Println(cmplx.Abs(z), cmplx.Phase(z), r, θ, cmplx.Inf(), cmplx.NaN(), cmplx.IsInf(cmplx.Inf()), cmplx.IsNaN(cmplx.NaN()), cmplx.IsNaN(complex(inf, nan)), cmplx.IsInf(1))
	fmt.Printf("%.4f\n", cmplx.Exp(1i*math.Pi)+1)
	for _, w := range []complex128{0, 1, -1, 1i, -1 + 1i, complex(nan, 0)} {
		fmt.Print(cmplx.Pow(0, w), " ", cmplx.Pow(2, w), " ")
	}
	fmt.Println(cmplx.Tan(1e20+1e-3i), cmplx.Tan(math.Pi/2+1e-9i), cmplx.Cot(1e-10))
}
