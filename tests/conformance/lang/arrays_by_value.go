package main

import "fmt"

type Grid [2][3]int

func change(a [3]int) { a[0] = 99 }

func changeBy(a *[3]int) { a[0] = 99 }

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	change(a)
	fmt.Println(a, b, a == b, a == [3]int{1, 2, 3})
	changeBy(&a)
	fmt.Println(a, len(a), cap(a))
	c := [...]string{2: "c", 0: "a", 4: "e"}
	fmt.Printf("%q %d\n", c, len(c))
	var g Grid
	g[1][2] = 5
	h := g
	h[0][0] = 1
	fmt.Println(g, h, g == h)
	for i, v := range a {
		a[2] = 77
		fmt.Print(i, "=", v, " ")
	}
	fmt.Println(a)
	for i := range &a {
		a[i]++
	}
	fmt.Println(a)
}
