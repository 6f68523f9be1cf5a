//how: refused

package main

func main() {
	var n int = 3
	var s uint = 2
	_ = imag("a")
	_ = imag(1.5)
	_ = complex(n, n)
	_ = complex(1<<s, 0)
	_ = real(1 << s)
	_ = int(1i)
	_ = complex128(n)
	_ = float64(1i)
	var z complex128 = n
}

func other() {
	z := 2i
	_ = float64(z)
	_ = string(z)
	_ = z << 1
	_ = !z
	_ = ^z
	_ = 1i << 2
	_ = []int{}[2i]
	_ = min(z, 1)
	for range z {
	}
	for range 3i {
	}
	complex(1, 2)
	real(z)
	z.re = 1
	if z {
	}
}
