//how: refused

package main

const big = 1e5000i

func main() {
	var z complex64 = 1e30
	z = z * 1e39
	_ = complex64(1e39i) + big
	_ = 1 << 2i
	_ = 2i << 1
	var n = 3
	_ = 1i << n
	_ = complex(1<<n, 2)
	const c complex128 = 1
	_ = [c]int{}
	_ = [real(2+0i)]int{1, 2}
	var arr [3]int
	_ = arr[1+0i]
	_ = arr[5+0i]
	_ = "abc"[1i]
	_ = make([]int, 2+0i, 2i)
	switch z.(type) {
	}
	z.Foo()
	for i := range z {
	}
	var f func(complex64) = func(complex128) {}
	if z == nil {
	}
	goto z
}
