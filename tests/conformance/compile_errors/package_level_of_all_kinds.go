//how: refused
package main

var x int = "a"
var y = undefinedThing
var z, w = 1
var a, b int = 1, 2, 3
const c = f()
const d int = 1.5
const e string = 1
var _ = x.foo
type T struct { a int; a string }
type I interface { M(); M() }
func f() int { return 1 }
func f() {}
func (t T) m() {}
func (t *T) m() {}
func (t T) a() {}
func (n int) foo() {}
func (u Undefined) foo() {}
func main() {}
