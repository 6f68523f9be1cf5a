//how: refused

package main

type Shape interface {
	Area() float64
	Name() string
}

type Square struct{}

func (s Square) Area() float64 { return 1 }

type Circle struct{}

func (c *Circle) Area() float64 { return 1 }
func (c *Circle) Name() string  { return "" }

type Tri struct{}

func (t Tri) Area() int    { return 1 }
func (t Tri) Name() string { return "" }

type Lower struct{}

func (Lower) area() float64 { return 1 }
func (Lower) Name() string  { return "" }

func show(s Shape) {}

func make1() Shape { return Square{} }

func main() {
	var s Shape = Square{}
	s = Circle{}
	show(Tri{})
	show(Lower{})
	show(5)
	shapes := []Shape{&Circle{}, Square{}}
	var e error = Square{}
	_, _, _ = s, shapes, e
}
