package main

import (
	"errors"
	"fmt"
)

func f() (n int) {
	defer func() { n *= 2 }()
	n = 5
	g := func() { n++ }
	g()
	return n + 1
}

func h() (s string, err error) {
	defer func() {
		if err != nil {
			s = "failed: " + err.Error()
		}
	}()
	return "ok", errors.New("boom")
}

func main() {
	fmt.Println(f())
	fmt.Println(h())
}
