//how: refused

// A literal whose elements' type isn't there is told once, however its elements are written.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	people := []Persn{{"Ada", 36}, {"Alan", 41}}
	byName := map[string]Persn{"Ada": {"Ada", 36}}
	pairs := [2][]Persn{{{"Ada", 36}}, {}}
	pointers := []*Persn{{"Ada", 36}, nil}
	nobody := Persn{Name: "x", Friends: []Persn{{"y", 1}}}
	fmt.Println(people, byName, pairs, pointers, nobody, []Persn{main(), Persn{}, missing})
	var e strconv.NumError
	e.Number()
	var n int = e
}
