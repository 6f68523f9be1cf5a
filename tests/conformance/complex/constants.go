package main

import "fmt"

func main() {
	fmt.Println(0b1i+0o7i+1_0i+0x1Fi+1e3i+.5i, 0123i, 0129i, 08i, 0i, 1.i, 0x1p4i, 0b11i, 00i)
	const a = 1.5 + 2i
	const b = a * a / (1 - 1i) * 3
	const c = real(b) + imag(b)
	var f32 float32 = c
	fmt.Println(a, b, c, f32, real(3), imag(2.5), complex(1, 2), real('a'))
	fmt.Printf("%T %T %T\n", a, real(a), complex(float32(1), 2))
	const third = 1 / (3 + 0i)
	fmt.Println(third*3 == 1, third, complex64(third), (1+2i)/(3-4i), 1i*1i == -1)
	var x interface{} = a
	_, ok := x.(complex128)
	fmt.Println(ok, 5.0i*1i)
	type T struct{ complex128 }
	t := T{2i}
	t.complex128 *= 2
	fmt.Println(t, len([3]complex64{}), cap(make([]complex128, 2, 9)))
	real := func(a int) int { return a }
	fmt.Println(real(3))
	defer func() {
		r := recover()
		fmt.Println(r)
		panic(r)
	}()
	panic(complex64(1 - 2.5i))
}
