package main

import "fmt"

type Counter struct{ n int }

func (c Counter) Get() int   { return c.n }
func (c *Counter) Inc()      { c.n++ }
func (c *Counter) Nil() bool { return c == nil }

type Ints []int

func (s Ints) Sum() (t int) {
	for _, v := range s {
		t += v
	}
	return
}

func (s *Ints) Push(v int) { *s = append(*s, v) }

type Fn func(int) int

func (f Fn) Twice(x int) int { return f(f(x)) }

type Num float64

func (n Num) String() string { return fmt.Sprintf("<%.1f>", float64(n)) }

func main() {
	var c Counter
	c.Inc()
	c.Inc()
	p := &c
	p.Inc()
	fmt.Println(c.Get(), p.Get())
	var nilc *Counter
	fmt.Println(nilc.Nil())
	s := Ints{1, 2}
	s.Push(3)
	fmt.Println(s.Sum(), s)
	fmt.Println(Fn(func(x int) int { return x * 3 }).Twice(2))
	fmt.Println(Num(2), []Num{1, 2}, map[string]Num{"a": 1})
	cs := []Counter{{1}, {2}}
	for i := range cs {
		cs[i].Inc()
	}
	fmt.Println(cs)
	m := map[string]*Counter{"a": {}}
	m["a"].Inc()
	fmt.Println(m["a"].n)
}
