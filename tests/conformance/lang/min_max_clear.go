package main

import (
	"fmt"
	"math"
)

func main() {
	fmt.Println(min(3, 1, 2), max(3, 1, 2), min(2.5, 1), max("a", "b", "ab"))
	x, y := 3, 7
	fmt.Println(min(x, y, 5), max(x, y))
	nan := math.NaN()
	fmt.Println(min(1, nan), max(1.0, nan))
	const c = max(1, 2.5)
	fmt.Println(c, min(c, 4))
	s := []string{"a", "b"}
	clear(s)
	fmt.Printf("%q\n", s)
	m := map[int]int{1: 1}
	clear(m)
	fmt.Println(len(m))
}
