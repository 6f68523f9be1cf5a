//how: refused
package main

import "fmt"

type Shape interface {
	Area() float64
	Perimeter() float64
}

type Rect struct{ w, h float64 }

func (r Rect) Area() float64 { return r.w * r.h }

func main() {
	var s Shape
	s = Rect{3, 4}
	fmt.Println(s.Area())
	var r Rect = s
	fmt.Println(r.Volume())
	shapes := []Shape{Rect{1, 2}, 5}
	for _, s := range shapes {
		fmt.Println(s.w)
	}
	switch v := s.(type) {
	case Rect:
	case *Rect:
	case int:
	case fmt.Stringer:
	}
	if rect, ok := s.(Rect); ok {
	}
	_ = Shape.Area
	_ = Rect.Perimeter
	_ = (*Rect).Area
}
