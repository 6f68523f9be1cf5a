package main

import "fmt"

type P struct {
	N  int
	In struct{ A [2]int }
}

func main() {
	s := []P{{N: 1}, {N: 2}}
	c := s[0]
	c.N = 100
	s[1].In.A[1] = 5
	m := map[string]P{"x": s[1]}
	s[1].In.A[1] = 6
	v := m["x"]
	v.N = 50
	fmt.Println(s, m, c.N, v.N)
	arr := [2]P{}
	brr := arr
	brr[0].N = 9
	ch := make(chan P, 1)
	ch <- brr[0]
	brr[0].N = 10
	got := <-ch
	fmt.Println(arr[0].N, brr[0].N, got.N)
	var i any = brr[0]
	brr[0].N = 11
	fmt.Println(i.(P).N)
	f := func(p P) P { p.In.A[0] = 3; return p }
	q := f(brr[0])
	fmt.Println(q.In.A, brr[0].In.A)
	ptr := &s[0]
	t := *ptr
	ptr.N = 77
	fmt.Println(s[0].N, t.N)
}
