package main

import "fmt"

type T struct{ n int }

func (t *T) Add[P int | float64](x P) P { return x + P(t.n) }

type E struct{ T }

func main() {
	t := &T{3}
	f := t.Add[int]
	var g func(float64) float64 = t.Add
	h := (*T).Add[float64]
	e := E{T{5}}
	k := e.Add[int]
	fmt.Println(f(1), g(1.5), h(t, 2.5), k(1), e.Add(2.5))
}
