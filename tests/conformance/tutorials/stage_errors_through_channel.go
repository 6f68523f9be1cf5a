package main

import (
	"fmt"
	"strconv"
)

type Result[T any] struct {
	Val T
	Err error
}

func parse(in []string) <-chan Result[int] {
	out := make(chan Result[int])
	go func() {
		defer close(out)
		for _, s := range in {
			n, err := strconv.Atoi(s)
			out <- Result[int]{n, err}
		}
	}()
	return out
}

func main() {
	sum, bad := 0, 0
	for r := range parse([]string{"1", "x", "3", ""}) {
		if r.Err != nil {
			bad++
			fmt.Println("skip:", r.Err)
			continue
		}
		sum += r.Val
	}
	fmt.Println(sum, bad)
}
