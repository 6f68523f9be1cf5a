package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	calls := 0
	f := sync.OnceFunc(func() { calls++; fmt.Println("func") })
	f()
	f()
	v := sync.OnceValue(func() int { calls++; return 42 })
	fmt.Println(v(), v())
	vs := sync.OnceValues(func() (string, error) { calls++; return "x", errors.New("e") })
	s, err := vs()
	fmt.Println(s, err)
	s, err = vs()
	fmt.Println(s, err, calls)
	p := sync.OnceFunc(func() { panic("each time") })
	for range 2 {
		func() {
			defer func() { fmt.Println("recovered:", recover()) }()
			p()
		}()
	}
}
