package main

import (
	"errors"
	"fmt"
	"runtime"
)

func try(f func()) {
	defer func() {
		r := recover()
		err, ok := r.(error)
		fmt.Println(r, ok)
		var re runtime.Error
		if ok && errors.As(err, &re) {
			fmt.Println("  runtime error")
		}
	}()
	f()
}

type T struct{ x int }

func main() {
	var s []int
	var m map[string]int
	var p *T
	var i any = "str"
	var e error
	zero, five, neg := 0, 5, -1
	arr := [3]int{}
	try(func() { _ = s[five] })
	try(func() { _ = arr[five%4+3] })
	try(func() { m["a"] = 1 })
	try(func() { p.x = 1 })
	try(func() { fmt.Println(1 / zero) })
	try(func() { _ = i.(int) })
	try(func() { _ = i.(fmt.Stringer) })
	try(func() { _ = e.Error() })
	try(func() { _ = i.(error) })
	try(func() { _ = make([]int, neg) })
	try(func() { _ = s[1:five] })
	try(func() { _ = arr[five-2 : zero+1] })
	try(func() { _ = "abc"[five:] })
	try(func() { _ = "abc"[five] })
	try(func() { var f func(); f() })
	try(func() { var c chan int; close(c) })
	try(func() { c := make(chan int); close(c); close(c) })
	try(func() { c := make(chan int); close(c); c <- 1 })
	try(func() { _ = [2]int(s) })
	try(func() { _ = map[any]int{[]int{}: 1} })
	try(func() { var a, b any = s, s; fmt.Println(a == b) })
	try(func() { panic(nil) })
	try(func() { panic(fmt.Errorf("wrapped: %w", errors.New("inner"))) })
	try(func() { _ = s[neg:] })
	try(func() { _ = arr[: 2 : five-4] })
	try(func() { var n any; _ = n.(int) })
	try(func() { _ = 1 << neg })
}
