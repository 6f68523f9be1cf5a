//how: refused
package main

var a = b
var b = c
var c = a
var d = f()

func f() int { return d }

const x = y
const y = x

func main() {}
