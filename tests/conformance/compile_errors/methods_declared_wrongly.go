//how: refused

package main

import "fmt"

type T struct{ x int }

func (t T) x()         {}
func (i int) Foo()     {}
func (s []int) Bar()   {}
func (m Missing) Baz() {}
func (e error) Qux()   {}

type P *T

func (p P) M() {}

type I interface{ A() }

func (i I) B() {}

func (fmt.Stringer) C() {}

func main() {}
