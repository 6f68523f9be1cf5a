//how: refused

package main

var a = b
var b = c + 1
var c = f()

func f() int { return a }

type T struct{ t T }

type A struct{ b B }
type B struct{ a A }

const x = y
const y = x

func main() {}
