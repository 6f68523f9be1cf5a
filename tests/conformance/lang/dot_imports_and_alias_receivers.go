package main

import (
	. "fmt"
	. "strings"
	"time"
)

type T struct{ n int }

type A = T

type P = *T

func (a A) Get() int { return a.n }

func (p P) Set(n int) { p.n = n }

func (T T) Self(n int) int { return T.n + n }

func main() {
	var b Builder
	b.WriteString(ToUpper("dots"))
	Println(b.String(), Repeat("=", 3), time.Duration(3))
	t := &T{1}
	t.Set(5)
	Printf("%d %d %v\n", t.Get(), t.Self(1), Fields(" a b "))
}
