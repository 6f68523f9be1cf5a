package main

import (
	"fmt"
	"math"
	"strings"
	"sync"
)

type Matrix[T ~int | ~float64] [][]T

func New[M ~[][]T, T ~int | ~float64](rows, cols int, f func(i, j int) T) M {
	backing := make([]T, rows*cols)
	m := make(M, rows)
	for i := range m {
		m[i] = backing[i*cols : (i+1)*cols : (i+1)*cols]
		for j := range m[i] {
			m[i][j] = f(i, j)
		}
	}
	return m
}

func (a Matrix[T]) Mul(b Matrix[T]) Matrix[T] {
	out := New[Matrix[T]](len(a), len(b[0]), func(int, int) T { return 0 })
	var wg sync.WaitGroup
	wg.Add(len(a))
	for i := range a {
		go func(row []T) {
			defer wg.Done()
			for j := range row {
				for k, x := range a[i] {
					row[j] += x * b[k][j]
				}
			}
		}(out[i])
	}
	wg.Wait()
	return out
}

func (a Matrix[T]) String() string {
	var sb strings.Builder
	for _, row := range a {
		fmt.Fprintln(&sb, row)
	}
	return sb.String()
}

type Celsius float64

func main() {
	a := New[Matrix[int]](2, 3, func(i, j int) int { return i*3 + j })
	b := New[Matrix[int]](3, 2, func(i, j int) int { return i ^ j })
	fmt.Print(a, b, a.Mul(b))
	c := New[Matrix[Celsius]](2, 2, func(i, j int) Celsius { return Celsius(math.Sqrt(float64(i + j + 1))) })
	fmt.Printf("%.3f %6.2f|%-8.1e|%g\n", c.Mul(c), c[0], c[1][1], float64(c[1][0]))
	a[0] = append(a[0], 99)
	fmt.Println(len(a[0]), cap(a[0]) > 3, a[1][0])
	var inf = math.Inf(1)
	fmt.Println(inf-inf, -inf, math.MaxInt64, uint8(a[1][2]<<7), ^a[1][1], a[1][2]&^4, -7/2, -7%3, 1<<a[1][0])
	defer fmt.Println("deferred")
	a.Mul(b[:2])
	_ = a[1][a[1][2]]
}
