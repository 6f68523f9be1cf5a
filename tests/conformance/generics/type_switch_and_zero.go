package main

import "fmt"

func Kind[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice"
	}
	return fmt.Sprintf("%T", v)
}

func Zero[T any]() T {
	var z T
	return z
}

func Ptr[T any](v T) *T { return &v }

type Opt[T any] struct {
	v  T
	ok bool
}

func Some[T any](v T) Opt[T] { return Opt[T]{v, true} }
func None[T any]() Opt[T]    { return Opt[T]{} }
func (o Opt[T]) OrElse(d T) T {
	if o.ok {
		return o.v
	}
	return d
}

type Tree[T interface{ Less(T) bool }] struct {
	l, r *Tree[T]
	v    T
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{v: v}
	}
	if v.Less(t.v) {
		t.l = t.l.Insert(v)
	} else {
		t.r = t.r.Insert(v)
	}
	return t
}

func (t *Tree[T]) Each(f func(T)) {
	if t != nil {
		t.l.Each(f)
		f(t.v)
		t.r.Each(f)
	}
}

type I int

func (a I) Less(b I) bool { return a < b }

func main() {
	fmt.Println(Kind(1), Kind("a"), Kind(2.5), Kind([]int{}))
	fmt.Printf("%v %q %v\n", Zero[int](), Zero[string](), Zero[*int]() == nil)
	fmt.Println(*Ptr(3), *Ptr("x"))
	fmt.Println(Some(4).OrElse(1), None[string]().OrElse("default"))
	var t *Tree[I]
	for _, v := range []I{3, 1, 2} {
		t = t.Insert(v)
	}
	t.Each(func(i I) { fmt.Print(i, " ") })
	fmt.Println()
}
