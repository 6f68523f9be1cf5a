package main

import "fmt"

var a = b + 1
var b = f()
var c, d = g()
var m = map[string]int{"x": a}

func f() int { fmt.Println("f"); return 2 }
func g() (int, int) {
	fmt.Println("g", a)
	return 3, 4
}
func init() { fmt.Println("init1", a, b, c, d, m) }
func init() { fmt.Println("init2") }

type T struct{}

var _ fmt.Stringer = T{}

func (T) String() string { return "T" }

var (
	x, y = 1, "s"
	z    = func() int { return x + len(y) }()
)

func main() {
	fmt.Println("main", x, y, z, T{})
	x := 5
	{
		x := x * 2
		x++
		fmt.Println(x)
	}
	if x := 3; x > 2 {
		fmt.Println(x)
	}
	fmt.Println(x)
	len := func(s string) int { return 42 }
	fmt.Println(len("a"))
	true := false
	fmt.Println(true)
	type int string
	var i int = "str"
	fmt.Println(i)
	fmt, err := "shadow", error(nil)
	_, _ = fmt, err
}
