package main

import (
	"fmt"
	"maps"
	"slices"
)

type Observer interface{ Notify(event string) }

type Logger struct{ lines *[]string }

func (l Logger) Notify(e string) { *l.lines = append(*l.lines, "log:"+e) }

type ObserverFunc func(string)

func (f ObserverFunc) Notify(e string) { f(e) }

type Subject struct{ observers map[int]Observer }

func (s *Subject) Attach(id int, o Observer) { s.observers[id] = o }
func (s *Subject) Fire(e string) {
	ids := slices.Sorted(maps.Keys(s.observers))
	for _, id := range ids {
		s.observers[id].Notify(e)
	}
}

type Strategy interface{ Price(float64) float64 }
type Regular struct{}
type Discount struct{ Percent float64 }

func (Regular) Price(p float64) float64    { return p }
func (d Discount) Price(p float64) float64 { return p * (1 - d.Percent/100) }

type Cart struct {
	Strategy
	items []float64
}

func (c *Cart) Total() (t float64) {
	for _, i := range c.items {
		t += c.Price(i)
	}
	return
}

func main() {
	var lines []string
	s := &Subject{observers: map[int]Observer{}}
	s.Attach(2, Logger{&lines})
	count := 0
	s.Attach(1, ObserverFunc(func(e string) { count += len(e) }))
	s.Fire("start")
	s.Fire("stop")
	fmt.Println(lines, count)
	c := &Cart{Regular{}, []float64{10, 20}}
	fmt.Println(c.Total())
	c.Strategy = Discount{25}
	fmt.Printf("%.2f %T\n", c.Total(), c.Strategy)
}
