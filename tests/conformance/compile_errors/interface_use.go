//how: refused

package main

type Animal interface {
	Sound() string
}

type Dog struct{}

func (d Dog) Sound() string { return "woof" }
func (d Dog) Fetch()        {}

func main() {
	var a Animal = Dog{}
	a.Fetch()
	a.name = "x"
	d := a
	d.Fetch()
	var dog Dog = a
	dog2 := a.(Cat)
	_ = Animal{}
	var b Animal = &a
	_, _, _ = dog, dog2, b
}
