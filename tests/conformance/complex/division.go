package main

import (
	"fmt"
	"math"
)

func main() {
	inf, nan, zero := math.Inf(1), math.NaN(), math.Copysign(0, -1)
	xs := []float64{0, zero, 1, -2.5, 1e308, -1e-308, inf, -inf, nan}
	h := uint64(14695981039346656037)
	n := 0
	for _, a := range xs {
		for _, b := range xs {
			for _, c := range xs {
				for _, d := range xs {
					z, w := complex(a, b), complex(c, d)
					for _, r := range []complex128{z / w, z * w, z + w, z - w, complex128(complex64(z) / complex64(w)), complex128(complex64(z) * complex64(w))} {
						for _, p := range []float64{real(r), imag(r)} {
							bits := math.Float64bits(p)
							if p != p {
								bits = 1
							}
							h = (h ^ bits) * 1099511628211
						}
					}
					if n++; n%311 == 0 {
						fmt.Println(z, w, z/w, z*w, complex64(z)/complex64(w))
					}
				}
			}
		}
	}
	fmt.Println(n, h)
	x := uint64(12345)
	draw := func() float64 {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		return (float64(x>>11)/(1<<53) - 0.5) * math.Pow(2, float64(x%64)-32)
	}
	for range 5000 {
		z, w := complex(draw(), draw()), complex(draw(), draw())
		q, p := z/w, z*w
		s, t := complex64(z)/complex64(w), complex64(z)*complex64(w)
		for _, f := range []float64{real(q), imag(q), real(p), imag(p), float64(real(s)), float64(imag(s)), float64(real(t)), float64(imag(t))} {
			h = (h ^ math.Float64bits(f)) * 1099511628211
		}
	}
	fmt.Println(h)
	var none complex128
	fmt.Println(1/none, none/none, 1i/none, (1+1i)/complex64(none))
}
