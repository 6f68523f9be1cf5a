package main

import "fmt"

var a = b + 1
var b = f()
var c, d = g(), "d"

var _ = show("blank")

func f() int { return show2("b", 10) }
func g() int { return show2("c", a*2) }

func show(s string) bool        { fmt.Println("init of", s); return true }
func show2(s string, v int) int { fmt.Println("init of", s); return v }

func init() { fmt.Println("init 1", a, b, c, d) }
func init() { fmt.Println("init 2"); b = 0 }

func main() { fmt.Println("main", a, b, c) }
