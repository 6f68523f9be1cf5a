//how: refused

package main

type Speaker interface{ Speak() }
type Dog struct{}

func (d *Dog) Speak() {}

func main() {
	var s Speaker = &Dog{}
	p := &s
	p.Speak()
	var q *Speaker = &Dog{}
	f(p)
	_ = q
	var d Dog
	s = d
	pp := &p
	pp.Speak()
	dd := &d
	ddd := &dd
	ddd.Speak()
}

func f(s Speaker) {}
