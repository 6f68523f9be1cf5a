package main

import (
	"fmt"
	"math"
)

type Point struct{ X, Y int }

func main() {
	m := map[string]int{"b": 2, "a": 1}
	m["c"]++
	v, ok := m["zzz"]
	fmt.Println(m, len(m), v, ok)
	delete(m, "a")
	delete(m, "nope")
	if _, ok := m["a"]; !ok {
		fmt.Println("gone")
	}
	var n map[string]int
	fmt.Println(n == nil, n["x"], len(n))
	delete(n, "x")
	for range n {
		fmt.Println("never")
	}
	grid := map[Point]string{{1, 2}: "a", {0, 0}: "o"}
	fmt.Println(grid[Point{1, 2}], grid)
	lists := map[string][]int{}
	lists["a"] = append(lists["a"], 1, 2)
	fmt.Println(lists)
	type key any
	any := map[key]int{1: 1, "1": 2, 1.0: 3, Point{}: 4}
	fmt.Println(any[1], any["1"], any[1.0], any[Point{}], any[int64(1)])
	clear(m)
	fmt.Println(m)
	nested := map[string]map[string]int{"x": {"y": 1}}
	nested["x"]["z"] = 2
	fmt.Println(nested, nested["q"]["r"])
	nan := math.NaN()
	f := map[float64]int{nan: 1}
	f[nan] = 2
	fmt.Println(len(f))
}
