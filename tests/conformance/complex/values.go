package main

import (
	"fmt"
	"math"
	"os"
)

type Number interface {
	~int | ~float64 | ~complex64 | ~complex128
}

func sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return s*2 - s/1
}

type Signal complex128

func (s Signal) String() string { return fmt.Sprintf("<%g at %g>", real(s), imag(s)) }

type point struct {
	name string
	at   complex128
	n    int
}

type grid [2][3]complex64

var global = 3 + 4i
var small complex64 = 0.1 + 0.2i

const k = 2i * 2i
const half = 0.5i

func both() (float64, float64) { return 1.5, -2.5 }

func swap(a, b complex128) (complex128, complex128) { return b, a }

func change(p *complex128) { *p *= 1i; *p++ }

func log(what string, z complex128) complex128 { fmt.Println("eval", what); return z }

func main() {
	a, b := 1+2i, complex(3, -4)
	fmt.Println(a+b, a-b, a*b, a/b, -a, +b, a == b, a != b, a == 1+2i)
	fmt.Println(real(a), imag(b), real(global), imag(a*b), k, half)
	a += b
	a -= 1
	a *= 2i
	a /= 2 - 1i
	a++
	b--
	fmt.Println(a, b)
	global *= global
	small *= small
	small++
	fmt.Println(global, small, small/3, complex64(global), complex128(small))
	fmt.Println(complex(both()))
	a, b = swap(a, b)
	a, b = b, a
	fmt.Println(a, b)
	change(&a)
	fmt.Println(a)

	var g grid
	g[1][2] = 5i
	g[0][0] -= 1
	h := g
	h[1][2]++
	fmt.Println(g, h, g == h, len(h))
	i := 1
	g[i][i+1] *= 2
	fmt.Println(g)

	p := point{"p", 1i, 7}
	q := p
	q.at++
	pp := &p
	pp.at = pp.at*pp.at + 1
	fmt.Printf("%v %+v %#v\n", p, q, q)
	fmt.Println(p == q, p.at == q.at)

	m := map[complex128]string{1: "one", 1i: "i", 0: "zero"}
	m[complex(0, 1)] += "!"
	m[complex(math.Copysign(0, -1), 0)] += "?"
	m[complex(math.NaN(), 0)] = "nan"
	fmt.Println(m, len(m), m[1i], m[2i] == "")
	zs := map[string]complex64{}
	zs["a"] += 2
	zs["a"] *= 1i
	zs["b"]--
	fmt.Println(zs)

	var x any = 1 + 1i
	var y any = complex64(1 + 1i)
	fmt.Println(x == y, x == any(1+1i), x, y)
	switch z := x.(type) {
	case complex64:
		fmt.Println("64", z)
	case complex128:
		fmt.Println("128", z*2)
	}
	z, ok := y.(complex64)
	fmt.Println(z, ok)
	_, ok = y.(complex128)
	fmt.Println(ok)

	ch := make(chan complex128, 3)
	go func() {
		for n := range 3 {
			ch <- complex(float64(n), float64(n*n))
		}
		close(ch)
	}()
	for z := range ch {
		fmt.Print(z, " ")
	}
	w, ok := <-ch
	fmt.Println(w, ok)

	s := []complex128{3: 1i, 0: 2}
	s = append(s, 4, 5i)
	s[1] = s[0] + s[3]
	for i, z := range s {
		fmt.Print(i, z, ";")
	}
	t := make([]complex128, 2)
	fmt.Println(copy(t, s[3:]), t, len(s))
	fmt.Println(sum(1, 2, 3), sum(1.5, 2), sum(1i, 2), sum[complex64](1, 1i), sum(Signal(1), 2i))
	fmt.Println(Signal(2+3i), []Signal{1, 1i})

	f := func(z complex128) func() complex128 { return func() complex128 { z *= 2; return z } }
	next := f(1 + 1i)
	next()
	fmt.Println(next())
	defer fmt.Println("deferred", a)
	defer func(z complex128) { fmt.Println("deferred", z, a) }(a)
	a = 0
	switch a {
	case 1i:
		fmt.Println("i")
	case 0:
		fmt.Println("zero")
	}
	fmt.Println(log("l", 1)+log("r", 2i) == log("x", 1)*1+2i)
	v := 1i
	u := v + func() complex128 { v = 5; return 1 }()
	fmt.Println(u, v)
	const big = 1 << 62 * (1 + 0i)
	fmt.Println(int64(big), float32(real(big)), int(4+0i), 'a'+0i, uint8(real(7i*-1i)))
	var e float64 = 2 + 0i
	var d int = 2i * -2i
	fmt.Println(e, d, 1<<(3+0i))
	pz := new(complex128)
	*pz = 3
	fmt.Println(*pz, pz != nil)
	println(1+2i, complex64(0.1-0.2i), -1e21i, float32(0.1))
	println(complex(math.Inf(1), math.NaN()), complex(math.Inf(-1), math.Copysign(0, -1)))
	fmt.Fprintln(os.Stderr, "end")
	type C complex64
	defer func() { panic(fmt.Sprint(recover())) }()
	panic(C(1.5 - 2i))
}
