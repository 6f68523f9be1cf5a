//how: refused
package main

import "fmt"

type Animal interface {
	Sound() string
	Name() string
}

type Dog struct{ name string }

func (d *Dog) Sound() string { return "woof" }
func (d Dog) Name() string   { return d.name }

type Cat struct{}

func (c Cat) Sound() int    { return 1 }
func (c Cat) name() string { return "" }

func describe(a Animal) { fmt.Println(a.Sound()) }

func main() {
	describe(Dog{"x"})
	describe(Cat{})
	describe("x")
	describe(nil)
	describe()
	describe(&Dog{"x"}, 1)
	animals := []Animal{Dog{}, &Dog{}, Cat{}}
	m := map[string]Animal{"a": Dog{}}
	var a Animal = 5
	a.Foo()
	_ = a.(Cat)
	_ = a.(fmt.Stringer)
	_ = a.(int)
	_, _ = animals, m
}
