package main

import "fmt"

func Generate[T any](vs ...T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for _, v := range vs {
			out <- v
		}
	}()
	return out
}

func MapChan[T, U any](in <-chan T, f func(T) U) <-chan U {
	out := make(chan U)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func Collect[T any](in <-chan T) (out []T) {
	for v := range in {
		out = append(out, v)
	}
	return
}

type Event[T any] struct {
	subs []func(T)
}

func (e *Event[T]) On(f func(T)) { e.subs = append(e.subs, f) }
func (e *Event[T]) Emit(v T) {
	for _, f := range e.subs {
		f(v)
	}
}

func main() {
	fmt.Println(Collect(MapChan(Generate(1, 2, 3), func(i int) string { return fmt.Sprint(i * i) })))
	var e Event[string]
	e.On(func(s string) { fmt.Println("one", s) })
	e.On(func(s string) { fmt.Println("two", s) })
	e.Emit("hi")
}
