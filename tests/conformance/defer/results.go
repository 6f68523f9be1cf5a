package main

import "fmt"

func a() (n int) {
	defer func() { n++ }()
	return 1
}

func b() int {
	n := 1
	defer func() { n++ }()
	return n
}

func c() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	n = 7
	panic("c")
}

func d() int {
	defer func() { recover() }()
	panic("d")
}

type T struct{ name string }

func (t T) Close()   { fmt.Println("close", t.name) }
func (t *T) PClose() { fmt.Println("pclose", t.name) }

func e() {
	t := T{"first"}
	defer t.Close()
	defer t.PClose()
	t.name = "second"
}

func get(s string) func() { fmt.Println("enter", s); return func() { fmt.Println("leave", s) } }

func main() {
	fmt.Println(a(), b())
	fmt.Println(c())
	fmt.Println(d())
	e()
	defer get("main")()
	fmt.Println("body")
}
