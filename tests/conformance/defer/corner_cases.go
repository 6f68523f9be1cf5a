package main

import (
	"errors"
	"fmt"
	"os"
)

func f1() (r int) {
	defer func() { r *= 2 }()
	r = 5
	return r + 1
}
func f2() int {
	r := 5
	defer func() { r *= 2 }()
	return r
}
func f3() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	panic("oops")
}
func f4() (n int, err error) {
	defer func() {
		if e := recover(); e != nil {
			if re, ok := e.(interface{ RuntimeError() }); ok {
				_ = re
				err = e.(error)
			}
		}
	}()
	var a []int
	return a[n], nil
}

type T struct{ n int }

func (t T) show(s string)   { fmt.Println(s, t.n) }
func (t *T) pshow(s string) { fmt.Println(s, t.n) }
func trace(s string) string {
	fmt.Println("entering:", s)
	return s
}
func un(s string) { fmt.Println("leaving:", s) }
func a() {
	defer un(trace("a"))
	fmt.Println("in a")
}
func b() {
	defer un(trace("b"))
	fmt.Println("in b")
	a()
}
func nested() {
	defer fmt.Println("outer done")
	defer func() {
		defer func() {
			fmt.Println("inner recover:", recover())
		}()
		fmt.Println("outer recover:", recover())
		panic("from deferred")
	}()
	panic("orig")
}
func helper() any { return recover() }
func indirect() {
	defer func() {
		fmt.Println("direct", recover())
	}()
	defer func() {
		fmt.Println("helper", helper())
	}()
	panic("p")
}
func loopDefer() {
	for i := 0; i < 3; i++ {
		defer fmt.Print(i, " ")
	}
}
func main() {
	fmt.Println(f1(), f2())
	fmt.Println(f3())
	fmt.Println(f4())
	t := T{1}
	defer t.show("value")
	defer t.pshow("pointer")
	t.n = 2
	b()
	nested()
	indirect()
	loopDefer()
	fmt.Println()
	defer recover()
	func() {
		defer func() { _ = recover() }()
		panic(errors.New("x"))
	}()
	x := 10
	defer fmt.Println("x at defer:", x)
	x = 20
	defer func() { fmt.Println("x in closure:", x) }()
	func() {
		defer func() {
			fmt.Println("r:", recover())
		}()
		var f func()
		defer f()
		fmt.Println("before nil defer")
	}()
	if len(os.Args) > 5 {
		return
	}
}
