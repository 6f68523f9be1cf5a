package main

import "fmt"

func main() {
	m := map[int]bool{}
	for i := range 20 {
		m[i] = true
	}
	visited := 0
	for k := range m {
		visited++
		delete(m, k)
		delete(m, 19-k)
	}
	fmt.Println(visited, len(m))
}
