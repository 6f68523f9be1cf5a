//how: refused

package main

type N interface{ ~float64 | ~complex128 }

func f[T interface{ ~complex64 | ~complex128 }](x T) {
	_ = real(x)
}

func g[T N](x T) {
	_ = real(x)
	_ = x < x
}

func main() {
	z, w := 1+2i, complex64(1)
	_ = z < 1
	_ = z + w
	_ = z % 2
	_ = z & 1
	var a int = 1 + 2i
	var b float64 = 2i
	var c int8 = 300 + 0i
	_, _, _ = a, b, c
}

func more() {
	z := 1i
	f := 1.5
	_ = 1i / 0
	_ = 2i / (0 + 0i)
	_ = z / 0
	const k = 1i % 2
	_ = complex(f, 1i)
	_ = complex(1, "a")
	_ = complex(float32(1), f)
	_ = complex(1, 2, 3)
	_ = real(f)
}
