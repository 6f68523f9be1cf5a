package main

import "fmt"

type M struct{ f map[string][]func(int) int }

func get() *M {
	return &M{map[string][]func(int) int{"a": {func(x int) int { return x + 1 }, func(x int) int { return x * 2 }}}}
}

func main() {
	fmt.Println(get().f["a"][1](get().f["a"][0](4)))
	x := 2 + 3*4 - 10/3%2<<1
	fmt.Println(x, (2+3)*4, -2*-3, 7&3 == 3 && 1|2 == 3)
	a := [][]int{{1, 2}, {3}}
	a[1] = append(a[1], a[0]...)
	a[0][1]++
	a[1][2] *= 5
	fmt.Println(a, len(a[1]), *&a[0][0])
	i := 5
	i++
	i -= 2
	i *= i
	i /= 3
	i %= 4
	fmt.Println(i, ^i, -i, +i, !true)
	v := func(a, b int) int { return a - b }(10, 4)
	fmt.Println(v)
}
