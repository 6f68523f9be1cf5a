package main

import "fmt"

func f(z complex128) complex128 { return z * 1i }

type vec [3]complex64

func (v vec) dot(w vec) (s complex64) {
	for i := range v {
		s += v[i] * w[i]
	}
	return
}

func (v *vec) scale(c complex64) {
	for i := range v {
		v[i] *= c
	}
}

func fft(a []complex128) []complex128 {
	n := len(a)
	if n == 1 {
		return []complex128{a[0]}
	}
	var even, odd []complex128
	for i := 0; i < n; i += 2 {
		even, odd = append(even, a[i]), append(odd, a[i+1])
	}
	e, o := fft(even), fft(odd)
	out := make([]complex128, n)
	w, step := complex128(1), 1i
	if n == 2 {
		step = -1
	} else if n == 8 {
		step = complex(0.5, 0.5) * complex(1.4142135623730951, 0)
	}
	for k := range n / 2 {
		out[k], out[k+n/2] = e[k]+w*o[k], e[k]-w*o[k]
		w *= step
	}
	return out
}

func main() {
	a, b, c, d := 1+1i, 2-1i, 3i, 4+0i
	z := ((a+b)*(c-d)/((a-b)*(c+d)) + f(a*f(b)+f(c)/d)) * -(a*b - c*d + (a / (b + (c / (d + (a * (b - (c * (d + a)))))))))
	fmt.Println(z, -z == -1*z, z/z)
	v := vec{1, 2i, 3 - 1i}
	v.scale(2i)
	p := &v
	p.scale(0.5)
	fmt.Println(v, v.dot(*p), p[1], len(p))
	fmt.Printf("%.3f\n", fft([]complex128{1, 2, 3, 4, 5, 6, 7, 8}))
	m := map[string][]complex128{"a": {1, 2}}
	m["a"][1] *= 3i
	m["a"][0]++
	fmt.Println(m)
	s := struct {
		in  struct{ z [2]complex128 }
		ptr *complex64
	}{}
	s.in.z[1] += 2
	s.in.z[1] *= s.in.z[1]
	s.ptr = new(complex64)
	*s.ptr -= 1i
	fmt.Println(s.in, *s.ptr, real(s.in.z[1]), imag(*s.ptr))
	fs := []func(complex128, complex128) complex128{
		func(a, b complex128) complex128 { return a + b },
		func(a, b complex128) complex128 { return a / b },
	}
	for _, f := range fs {
		fmt.Print(f(1i, 2), " ")
	}
	ch := make(chan complex64)
	go func() { defer close(ch); ch <- complex64(z) }()
	select {
	case x := <-ch:
		fmt.Println(x)
	}
	var e interface{} = complex64(2)
	if x, ok := e.(complex64); ok && x != 0 && real(x) > 1 {
		fmt.Println("big", x)
	}
	func(zs ...complex128) { fmt.Println(zs, len(zs)) }(1, 2i, a*b)
	x, y := real(z), imag(z)
	x, y = y, x
	fmt.Println(complex(x, y) == complex(imag(z), real(z)), complex(float32(x), 1) != 0)
	defer fmt.Println(recover())
	var np *struct{ z complex128 }
	defer func() { fmt.Println(recover()) }()
	np.z = 1
}
