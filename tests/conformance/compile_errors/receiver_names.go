//how: refused

package main

import "fmt"

type T struct{ n int }

func (t T) Set(n int)  { this.n = n }
func (t T) Get() int   { return self.n }
func (T) Print()       { fmt.Println(t.n) }
func (t *T) Add(n int) { n += t.m }

func main() {
	var t T
	t.Set()
	t.Get(1)
	x := t.Set(1)
	t.Nope()
	T.Get()
}
