package main

import "fmt"

type Observer interface{ Notify(event string) }
type Subject struct{ observers map[Observer]struct{} }

func (s *Subject) Attach(o Observer) {
	if s.observers == nil {
		s.observers = make(map[Observer]struct{})
	}
	s.observers[o] = struct{}{}
}
func (s *Subject) Detach(o Observer) { delete(s.observers, o) }
func (s *Subject) Fire(e string) {
	for o := range s.observers {
		o.Notify(e)
	}
}

type Logger struct{ prefix string }

func (l *Logger) Notify(e string) { fmt.Println(l.prefix, e) }

type FuncObs func(string)

type Visitor interface {
	VisitNum(n Num) float64
	VisitBin(b Bin) float64
}
type Expr interface{ Accept(Visitor) float64 }
type Num float64
type Bin struct {
	Op   rune
	L, R Expr
}

func (n Num) Accept(v Visitor) float64 { return v.VisitNum(n) }
func (b Bin) Accept(v Visitor) float64 { return v.VisitBin(b) }

type Eval struct{}

func (Eval) VisitNum(n Num) float64 { return float64(n) }
func (e Eval) VisitBin(b Bin) float64 {
	l, r := b.L.Accept(e), b.R.Accept(e)
	switch b.Op {
	case '+':
		return l + r
	case '*':
		return l * r
	}
	panic("bad op " + string(b.Op))
}

type Strategy func(a, b int) int
type Builder struct{ parts []string }

func (b *Builder) Add(p string) *Builder { b.parts = append(b.parts, p); return b }
func (b Builder) Build() string          { return fmt.Sprint(b.parts) }

type Singleton struct{ n int }

var inst *Singleton

func Get() *Singleton {
	if inst == nil {
		inst = &Singleton{42}
	}
	return inst
}

type Component interface{ Op() string }
type Base struct{}

func (Base) Op() string { return "base" }

type Deco struct{ Component }

func (d Deco) Op() string { return "deco(" + d.Component.Op() + ")" }

type Iterator[T any] interface {
	HasNext() bool
	Next() T
}
type sliceIter[T any] struct {
	s []T
	i int
}

func (it *sliceIter[T]) HasNext() bool { return it.i < len(it.s) }
func (it *sliceIter[T]) Next() T       { v := it.s[it.i]; it.i++; return v }
func main() {
	s := &Subject{}
	l := &Logger{"[log]"}
	s.Attach(l)
	s.Fire("start")
	s.Detach(l)
	s.Fire("nobody")
	e := Bin{'+', Num(1), Bin{'*', Num(2), Num(3)}}
	fmt.Println(e.Accept(Eval{}), e)
	for name, st := range map[string]Strategy{"add": func(a, b int) int { return a + b }} {
		fmt.Println(name, st(1, 2))
	}
	fmt.Println(new(Builder).Add("a").Add("b").Build(), Get() == Get(), Get().n)
	fmt.Println(Deco{Deco{Base{}}}.Op())
	var it Iterator[string] = &sliceIter[string]{s: []string{"x", "y"}}
	for it.HasNext() {
		fmt.Print(it.Next(), " ")
	}
	fmt.Println()
	defer func() { fmt.Println(recover()) }()
	Bin{'-', Num(1), Num(2)}.Accept(Eval{})
}
