//how: refused

// What follows from a mistake isn't told beside it; what has nothing to do with it is.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type byLength []string

func (b byLength) Len() int               { return len(b) }
func (b byLength) Less(i, j integer) bool { return len(b[i]) < len(b[j]) }
func (b byLength) Swap(i, j int)          { b[i], b[j] = b[j], b[i] }

type shape interface{ area() float }

type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }

func main() {
	words := byLength{"a"}
	sort.Sort(words)
	var s shape = square{2}
	fmt & Println(s)
	done := make(chan bool)
	select {
	case done == nil:
	case close(done):
	case words[0]:
	case x := 3:
	}
	strings + "x"
}
