package main

import "fmt"

type P struct{ n int }

func main() {
	arr := [3]P{{1}, {2}, {3}}
	for i, p := range arr {
		arr[2].n = 100
		p.n *= 10
		fmt.Print(i, ":", p.n, " ")
	}
	fmt.Println(arr)
	for i, p := range arr[:] {
		arr[2].n = 200
		fmt.Print(i, ":", p.n, " ")
	}
	fmt.Println()
	for i, p := range &arr {
		arr[2].n = 300
		fmt.Print(i, ":", p.n, " ")
	}
	fmt.Println()
	m := map[string]P{"a": {1}}
	for k, p := range m {
		p.n = 5
		m[k] = P{p.n + 1}
	}
	fmt.Println(m)
	s := []int{1, 2, 3}
	for range s {
		s = append(s, 0)
	}
	fmt.Println(len(s))
	var np *[4]int
	for i := range np {
		fmt.Print(i)
	}
	fmt.Println(len(np))
}
