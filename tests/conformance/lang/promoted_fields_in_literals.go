package main

import "fmt"

type Point struct{ X, Y int }

type Named struct {
	Point
	Name string
}

type Circle[T any] struct {
	Named
	Radius T
}

type Wrapped struct{ N int }

type Box struct{ Wrapped }

func main() {
	n := Named{X: 1, Name: "a"}
	c := Circle[float64]{Radius: 2.5, Y: 7, Name: "b", X: 3}
	p := &Circle[string]{Name: "c", Point: Point{4, 5}, Radius: "r"}
	boxes := []Box{{N: 9}, {Wrapped: Wrapped{8}}}
	fmt.Printf("%+v %+v %+v %+v\n", n, c, *p, boxes)
}
