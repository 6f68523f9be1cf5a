// What only reads variables is evaluated after the calls beside it, as the Go compiler has it; what finds out lengths and
// truths before.
package main

import "fmt"

type B struct{ v, w int }

func (b *B) set(n int) int { b.v = n; return n }

var g = 1

func incg() int { g++; return g }

func three(a, b, c int) { fmt.Println(a, b, c) }

func main() {
	x := 1
	inc := func() int { x++; return x }
	fmt.Println(x, inc(), x)
	three(x, inc(), x)
	fmt.Println(g, incg(), g)
	three(g, incg(), g)
	b := B{1, 2}
	fmt.Println(b.v, b.set(5), b.v)
	three(b.v, b.set(6), b.v)
	pb := &b
	three(pb.v, pb.set(7), pb.v)
	s := []int{1, 2}
	seti := func() int { s[0]++; return s[0] }
	three(s[0], seti(), s[0])
	fmt.Println(s[0], seti(), s[0])
	m := map[string]int{"a": 1}
	setm := func() int { m["a"]++; return m["a"] }
	three(m["a"], setm(), m["a"])
	y := x + inc()
	fmt.Println(y, x)
	z := x*10 + inc()*100 + x*1000
	fmt.Println(z)
	arr := []int{x, inc(), x}
	fmt.Println(arr)
	st := B{x, inc()}
	fmt.Println(st)
	mm := map[int]int{x: inc()}
	fmt.Println(mm)
	a2, b2 := x, inc()
	fmt.Println(a2, b2)
	a2, b2, c2 := x, inc(), x
	fmt.Println(a2, b2, c2)
	p := &x
	three(*p, inc(), *p)
	var e any = x
	sete := func() int { e = 99; return 1 }
	fmt.Println(e, sete(), e)
	three(e.(int), sete(), e.(int))
	str := "a"
	sets := func() string { str += "b"; return str }
	fmt.Println(str, sets(), str)
	fmt.Println(str+"x", sets(), str+"y")
	fmt.Println(x+1, inc(), x+1)
	three(x+1, inc(), x+1)
	three(-x, inc(), -x)
	func() (int, int) { return x, inc() }()
	r1, r2 := func() (int, int) { return x, inc() }()
	fmt.Println(r1, r2)
	ret := func() (n int, m int) { n = 1; f := func() int { n = 50; return 2 }; return n, f() }
	fmt.Println(ret())
	ok := x > 5 && inc() > 0
	fmt.Println(ok, x)
	fmt.Println(len(s), func() int { s = append(s, 1); return 0 }(), len(s))
	ba := [2]int{1, 2}
	setba := func() int { ba[0] = 77; return 0 }
	fmt.Println(ba, setba(), ba)
	fmt.Println(b, b.set(11), b)
	u := 5
	fmt.Println(u, func() int { u = 6; return u }())
	ch := make(chan int, 1)
	ch <- 1
	fmt.Println(len(ch), <-ch, len(ch))
}
