package main

import "fmt"

type Shape interface {
	Area() float64
	Perimeter() float64
}

type Square struct{ s float64 }
type Circle struct{ r float64 }

func (s Square) Area() float64       { return s.s * s.s }
func (s Square) Perimeter() float64  { return 4 * s.s }
func (c *Circle) Area() float64      { return 3 * c.r * c.r }
func (c *Circle) Perimeter() float64 { return 6 * c.r }

func main() {
	shapes := []Shape{Square{2}, &Circle{1}, &Square{3}}
	for _, s := range shapes {
		fmt.Printf("%T %.1f %.1f\n", s, s.Area(), s.Perimeter())
	}
	var s Shape
	fmt.Println(s == nil, shapes[0] == Square{2}, shapes[0] == shapes[2])
	var c *Circle
	s = c
	fmt.Println(s == nil, s == (*Circle)(nil))
	if sq, ok := shapes[0].(Square); ok {
		fmt.Println("square", sq.s)
	}
	_, ok := shapes[0].(*Circle)
	fmt.Println(ok)
	_, ok = shapes[1].(fmt.Stringer)
	fmt.Println(ok)
	var a, b any = 1, 1.0
	fmt.Println(a == b, a == 1, b == 1.0, a != nil)
	a, b = []int{1}, "x"
	fmt.Println(a == b)
	a, b = struct{ x int }{1}, struct{ x int }{1}
	fmt.Println(a == b)
}
