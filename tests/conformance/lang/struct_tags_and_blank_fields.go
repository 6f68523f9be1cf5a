package main

import "fmt"

type T struct {
	A int `json:"a"`
	_ int
	B string "tag"
}

type E struct{}

func main() {
	t := T{A: 1, B: "x"}
	fmt.Printf("%+v %v\n", t, t == T{A: 1, B: "x"})
	var arr [3]struct{}
	fmt.Println(len(arr), E{} == E{})
	var _ = "blank"
	_, _ = t, arr
	for _, _ = range arr {
	}
	_ = func(_ int, _ string) (_ error) { return nil }(1, "")
}
