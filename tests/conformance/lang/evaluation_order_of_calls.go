package main

import "fmt"

var trace []string

func t(s string, v int) int { trace = append(trace, s); return v }

type T struct{ n int }

func (x T) m(s string, v int) T { trace = append(trace, s); return T{x.n + v} }

func main() {
	a := []int{t("a0", 0), t("a1", 1), t("a2", 2)}
	_ = a[t("i", 1)] + t("x", 1)*t("y", 2)
	m := map[int]int{t("k1", 1): t("v1", 1)}
	m[t("mk", 2)] = t("mv", 3)
	fmt.Println(T{1}.m("first", t("arg1", 1)).m("second", t("arg2", 2)).n)
	x, y := t("p", 1), t("q", 2)
	x, y = t("r", y), t("s", x)
	func(int, int) {}(t("f1", 1), t("f2", 2))
	defer fmt.Println(trace)
	if t("c1", 0) == 1 || t("c2", 1) == 1 {
		trace = append(trace, "if")
	}
	fmt.Println(trace)
	c := make(chan int, 1)
	c <- t("send", 9)
	a[t("ai", 2)], a[t("aj", 0)] = <-c, t("w", 4)
	fmt.Println(trace[len(trace)-4:], a)
}
