package main

import (
	"fmt"
	"sync"
)

type Matrix [][]float64

func New(r, c int) Matrix {
	m := make(Matrix, r)
	for i := range m {
		m[i] = make([]float64, c)
	}
	return m
}

func (a Matrix) Mul(b Matrix) Matrix {
	out := New(len(a), len(b[0]))
	var wg sync.WaitGroup
	for i := range a {
		wg.Add(1)
		go func(row int) {
			defer wg.Done()
			for j := range b[0] {
				for k := range b {
					out[row][j] += a[row][k] * b[k][j]
				}
			}
		}(i)
	}
	wg.Wait()
	return out
}

func main() {
	a := Matrix{{1, 2, 3}, {4, 5, 6}}
	b := Matrix{{7, 8}, {9, 10}, {11, 12}}
	for _, row := range a.Mul(b) {
		fmt.Println(row)
	}
	n := 40
	c, id := New(n, n), New(n, n)
	for i := range n {
		id[i][i] = 1
		for j := range n {
			c[i][j] = float64(i*n + j)
		}
	}
	d := c.Mul(id)
	fmt.Println(d[3][7], d[39][39])
}
