package main

import (
	"errors"
	"fmt"
)

type Point struct{ X, Y int }
type Line struct {
	A, B *Point
	Name string
	Tags []string
	M    map[string]int
	E    error
	I    any
	F    func()
	In   Point
}

func main() {
	p := Point{1, 2}
	fmt.Printf("%v|%+v|%#v|%T\n", p, p, p, p)
	fmt.Printf("%v|%+v|%#v\n", &p, &p, &p)
	l := Line{Name: "l", Tags: []string{"t"}, M: map[string]int{"b": 2, "a": 1}, In: p}
	fmt.Printf("%v\n%+v\n", l, l)
	fmt.Printf("%v %v %v %v\n", []int{1, 2}, [2]bool{true}, map[string]Point{"p": p}, []*Point{nil})
	fmt.Printf("%#v %#v %#v %#v\n", []int{1}, map[string]bool{"x": true}, [2]string{"a"}, struct{ A any }{nil})
	fmt.Printf("%d %x %5d|%v\n", []int{10, 11}, []int{10, 11}, []int{1, 2}, [][]int{{1}, {2, 3}})
	fmt.Printf("%v %v %v %s\n", []any{1, "a", nil, 2.5}, []error{errors.New("e"), nil}, struct{}{}, []any{"x", 1})
	fmt.Printf("%v %+v\n", []Point{{1, 2}}, []Point{{3, 4}})
	var np *Point
	var ni any
	var ns []int
	var nm map[string]int
	var nf func()
	fmt.Printf("%v %v %v %v %v %+v\n", np, ni, ns, nm, nf == nil, np)
	fmt.Printf("%#v %#v %#v %#v\n", ns, nm, ni, np)
	fmt.Printf("%6.2f|%v|%T %T %T\n", []float64{1, 2.5}, &[]int{1}, ns, nm, nf)
	fmt.Printf("%v %v\n", &map[string]int{"a": 1}, &[2]int{1, 2})
	fmt.Printf("%T %T %T %T %T %T\n", 1, "s", 2.5, 'r', nil, []any{})
	fmt.Printf("%T %T %T\n", make(chan<- int), func(int) (string, error) { return "", nil }, struct{ A int }{})
}
