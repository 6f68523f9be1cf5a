package main

import (
	"fmt"
	"math"
	"sort"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}

type Named interface {
	Shape
	fmt.Stringer
}

type Rect struct{ W, H float64 }
type Circle struct{ R float64 }
type Square struct{ Rect }

func (r Rect) Area() float64        { return r.W * r.H }
func (r Rect) Perimeter() float64   { return 2 * (r.W + r.H) }
func (r Rect) String() string       { return fmt.Sprintf("Rect(%gx%g)", r.W, r.H) }
func (c Circle) Area() float64      { return math.Pi * c.R * c.R }
func (c Circle) Perimeter() float64 { return 2 * math.Pi * c.R }
func (c Circle) String() string     { return fmt.Sprintf("Circle(%g)", c.R) }
func NewSquare(s float64) Square    { return Square{Rect{s, s}} }

func total(shapes ...Shape) (sum float64) {
	for _, s := range shapes {
		sum += s.Area()
	}
	return
}

func main() {
	shapes := []Shape{Rect{3, 4}, Circle{5}, NewSquare(2)}
	for _, s := range shapes {
		fmt.Printf("%v area=%.2f perimeter=%.2f\n", s, s.Area(), s.Perimeter())
		switch v := s.(type) {
		case Circle:
			fmt.Println("  radius", v.R)
		case Square:
			fmt.Println("  side", v.W)
		}
		if n, ok := s.(Named); ok {
			fmt.Println("  named", n)
		}
	}
	fmt.Printf("%.3f\n", total(shapes...))
	sort.Slice(shapes, func(i, j int) bool { return shapes[i].Area() < shapes[j].Area() })
	fmt.Println(shapes)
}
