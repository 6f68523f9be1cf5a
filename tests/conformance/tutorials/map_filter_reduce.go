package main

import (
	"fmt"
	"strings"
)

func Map[T, U any](xs []T, f func(T) U) []U {
	ys := make([]U, len(xs))
	for i, x := range xs {
		ys[i] = f(x)
	}
	return ys
}

func Filter[T any](xs []T, p func(T) bool) []T {
	var ys []T
	for _, x := range xs {
		if p(x) {
			ys = append(ys, x)
		}
	}
	return ys
}

func Reduce[T, A any](xs []T, f func(A, T) A, a A) A {
	for _, x := range xs {
		a = f(a, x)
	}
	return a
}

func GroupBy[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	m := make(map[K][]T)
	for _, x := range xs {
		m[key(x)] = append(m[key(x)], x)
	}
	return m
}

type Employee struct {
	Name   string
	Dept   string
	Salary float64
}

func main() {
	es := []Employee{{"Ann", "dev", 120}, {"Bob", "ops", 90}, {"Cy", "dev", 80}}
	names := Map(Filter(es, func(e Employee) bool { return e.Salary > 85 }), func(e Employee) string { return e.Name })
	fmt.Println(strings.Join(names, ", "))
	total := Reduce(es, func(a float64, e Employee) float64 { return a + e.Salary }, 0)
	fmt.Printf("total %.1f\n", total)
	for dept, list := range GroupBy(es, func(e Employee) string { return e.Dept }) {
		if dept == "dev" {
			fmt.Println(dept, len(list), list)
		}
	}
}
