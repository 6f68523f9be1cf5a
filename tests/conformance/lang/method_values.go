package main

import "fmt"

type T struct{ n int }

func (t T) Value(d int) int    { return t.n + d }
func (t *T) Pointer(d int) int { t.n += d; return t.n }

type Speaker interface{ Value(int) int }

func main() {
	t := T{10}
	v := t.Value
	p := t.Pointer
	t.n = 20
	fmt.Println(v(1), p(1), t.n)
	fmt.Println(T.Value(t, 5), (*T).Pointer(&t, 5), (*T).Value(&t, 1), t.n)
	var s Speaker = t
	f := s.Value
	t.n = 100
	fmt.Println(f(0), s.Value(0))
	g := Speaker.Value
	fmt.Println(g(t, 2))
	fmt.Printf("%T\n", T.Value)
	defer t.Pointer(1)
	fs := map[string]func(int) int{"v": t.Value, "p": t.Pointer}
	fmt.Println(fs["v"](1), fs["p"](1), fs["v"](1))
}
