package main

import (
	"fmt"
	"strings"
)

type Animal interface {
	Sound() string
	Name() string
}
type Base struct{ name string }

func (b Base) Name() string     { return b.name }
func (b *Base) Rename(n string) { b.name = n }
func (b Base) Describe() string { return "base " + b.name }

type Dog struct {
	Base
	breed string
}

func (d Dog) Sound() string    { return "Woof" }
func (d Dog) Describe() string { return "dog " + d.Base.Describe() }

type Cat struct{ *Base }

func (c Cat) Sound() string { return "Meow" }

type Logger struct {
	*strings.Builder
	prefix string
}

func (l Logger) Log(s string) { l.WriteString(l.prefix + s + "\n") }

type IntSlice []int

func (s IntSlice) Sum() (t int) {
	for _, v := range s {
		t += v
	}
	return
}
func (s *IntSlice) Push(v int) { *s = append(*s, v) }

type HandlerFunc func(string) string

func (h HandlerFunc) Handle(s string) string { return h(s) }

type Handler interface{ Handle(string) string }
type Middleware func(Handler) Handler

func chain(h Handler, ms ...Middleware) Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type Temp interface{ ~float64 }
type M map[string]int

func (m M) Inc(k string) { m[k]++ }

type ReadWriter interface {
	Reader
	Writer
}
type Reader interface{ Read() string }
type Writer interface{ Write(string) }
type file struct{ data []string }

func (f *file) Read() string   { return strings.Join(f.data, ",") }
func (f *file) Write(s string) { f.data = append(f.data, s) }

func main() {
	animals := []Animal{Dog{Base{"Rex"}, "lab"}, Cat{&Base{"Tom"}}}
	for _, a := range animals {
		fmt.Println(a.Name(), a.Sound())
	}
	d := Dog{Base{"Rex"}, "lab"}
	d.Rename("Max")
	fmt.Println(d.Name(), d.Describe(), d)
	c := Cat{&Base{"Tom"}}
	c.Rename("Jerry")
	fmt.Println(c.Name(), c.Describe())
	l := Logger{&strings.Builder{}, "> "}
	l.Log("a")
	l.Log("b")
	fmt.Print(l.String())
	var s IntSlice
	s.Push(1)
	s.Push(2)
	fmt.Println(s.Sum(), s)
	up := HandlerFunc(strings.ToUpper)
	br := func(h Handler) Handler { return HandlerFunc(func(s string) string { return "[" + h.Handle(s) + "]" }) }
	ex := func(h Handler) Handler { return HandlerFunc(func(s string) string { return h.Handle(s) + "!" }) }
	fmt.Println(chain(up, br, ex).Handle("hi"))
	fmt.Println(Celsius(36.6), []Celsius{1, 2}, map[string]Celsius{"a": 3})
	fmt.Printf("%v %s %f %.2f %d\n", Celsius(1), Celsius(1), Celsius(1), Celsius(1), Celsius(1))
	m := M{}
	m.Inc("a")
	m.Inc("a")
	fmt.Println(m)
	var rw ReadWriter = &file{}
	rw.Write("x")
	rw.Write("y")
	fmt.Println(rw.Read())
	var w Writer = rw
	if r, ok := w.(Reader); ok {
		fmt.Println("also reader", r.Read())
	}
	f := d.Sound
	g := Dog.Describe
	h := (*IntSlice).Push
	h(&s, 5)
	fmt.Println(f(), g(d), s)
	inc := m.Inc
	inc("z")
	fmt.Println(m)
	d2 := d
	nm := d2.Name
	d2.Rename("Changed")
	fmt.Println(nm(), d2.Name())
	var a Animal
	fmt.Println(a == nil)
	a = d
	fmt.Println(a == Animal(d), a != nil)
	switch v := a.(type) {
	case Cat:
		fmt.Println("cat", v.name)
	case interface{ Describe() string }:
		fmt.Println("describer", v.Describe())
	}
	anon := struct {
		Dog
		age int
	}{d, 3}
	fmt.Println(anon.Name(), anon.age, anon.Dog.Base.name)
	fmt.Printf("%+v %v\n", anon, anon)
}
