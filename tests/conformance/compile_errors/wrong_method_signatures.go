//how: refused

package main

import (
	"fmt"
	"sort"
	"sync"
)

type Stringer1 struct{}

func (Stringer1) String() int { return 1 }

type Err1 struct{}

func (Err1) Error(code int) string { return "" }

type Err2 struct{}

func (*Err2) Error() string { return "" }

type Sorter []int

func (s Sorter) Len() int           { return 0 }
func (s Sorter) Less(i, j int) bool { return false }

type W struct{ Write int }

func main() {
	var s fmt.Stringer = Stringer1{}
	var e error = Err1{}
	e = Err2{}
	sort.Sort(Sorter{})
	fmt.Fprintln(W{}, "x")
	var l sync.Locker = sync.Mutex{}
	_, _, _ = s, e, l
}
