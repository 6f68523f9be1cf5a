//how: refused

package main

type Base struct{ id int }

func (b *Base) SetID(n int) { b.id = n }

type Derived struct {
	Base
	name string
}

type Setter interface{ SetID(int) }

func take(b Base) {}

func main() {
	d := Derived{id: 1, name: "x"}
	e := Derived{Base{1}, "y", 3}
	take(d)
	var s Setter = d
	d.SetID("x")
	d.Base.missing()
	d.Other()
	f := Derived{"x", Base{}}
	_, _, _ = e, s, f
}
