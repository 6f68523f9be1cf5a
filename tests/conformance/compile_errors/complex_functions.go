//how: refused

package main

import "math/cmplx"

func main() {
	_ = cmplx.Abs(1.5)
	_ = cmplx.Abs("a")
	var f float64 = cmplx.Sqrt(2)
	x := cmplx.Foo
	var z complex64 = cmplx.Exp(1i)
	_ = 0b1i + 0o7i + 0123i + 1_0i + 0x1Fi + 1e3i + .5i
	cmplx.Sqrt(1)
	_ = real
	_ = complex64(1, 2)
	_ = complex64(1i) + complex128(2i)
	_ = complex(1i, 2)
}
