// := with variables that are there already, of more than one word or of another type than what they are given.
package main

import (
	"errors"
	"fmt"
)

type point struct{ x, y int }

type failure struct{ code int }

func (f failure) Error() string { return fmt.Sprint("failure ", f.code) }

func locate(n int) (point, error) {
	if n < 0 {
		return point{}, failure{n}
	}
	return point{n, n * n}, nil
}

func check(n int) (int, *failure) { return n, &failure{n} }

func triple() (a [3]int, s fmt.Stringer, v any) { return [3]int{1, 2, 3}, nil, "text" }

func main() {
	p, err := locate(1)
	fmt.Println(p, err)
	p, err2 := locate(2)
	fmt.Println(p, err2)
	q := &p
	p, err3 := locate(-3)
	fmt.Println(*q, err3, errors.As(err3, new(failure)))

	var anything any = "before"
	anything, n := 5, "six"
	fmt.Println(anything, n)
	anything, more := point{7, 8}, p
	fmt.Println(anything, more)
	var e error
	e, last := failure{4}, 1
	fmt.Println(e, last)
	k, e := check(5)
	fmt.Println(k, e)

	m := map[string]point{"a": {3, 4}}
	p, ok := m["a"]
	fmt.Println(p, ok)
	p, there := m["b"]
	fmt.Println(p, there)
	p, is := anything.(point)
	fmt.Println(p, is)
	c := make(chan point, 1)
	c <- point{9, 9}
	p, open := <-c
	fmt.Println(p, open)
	arr, s, v := triple()
	arr[0] = 100
	arr, t, u := triple()
	fmt.Println(arr, s, t, u, v)
	func() {
		p, inner := locate(6)
		fmt.Println(p, inner)
	}()
	fmt.Println(p)
}
