package main

import (
	"errors"
	"fmt"
)

type Stringer interface{ String() string }
type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%g°C", float64(c)) }

func describe(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", x)
	case string:
		return "string of " + fmt.Sprint(len(x))
	case Stringer:
		return "stringer " + x.String()
	case error:
		return "error " + x.Error()
	case []int:
		return fmt.Sprint("slice ", len(x), cap(x))
	case func() int:
		return fmt.Sprint("func ", x())
	case *int:
		return fmt.Sprint("pointer ", *x)
	case map[string]int:
		return fmt.Sprint("map ", x["a"])
	case struct{}:
		return "empty"
	case chan int:
		return fmt.Sprint("chan ", cap(x))
	default:
		return fmt.Sprintf("other %T", x)
	}
}

func main() {
	n := 3
	for _, v := range []any{nil, 1, int64(2), int8(3), "four", Celsius(5), errors.New("six"), []int{7},
		func() int { return 8 }, &n, map[string]int{"a": 10}, struct{}{}, make(chan int, 12), 13.5, []string{}, make(<-chan int), true} {
		fmt.Println(describe(v))
	}
	switch any(n).(type) {
	case string:
	case int:
		fmt.Println("no variable")
	}
}
