package main

import "fmt"

type Animal struct{ Name string }

func (a Animal) Hello() string    { return "I am " + a.Name }
func (a *Animal) Rename(n string) { a.Name = n }

type Dog struct {
	Animal
	Breed string
}

func (d Dog) Bark() string { return d.Name + " barks" }

type Puppy struct {
	*Dog
	Age int
}

func (p Puppy) Hello() string { return "small " + p.Dog.Hello() }

type Greeter interface{ Hello() string }

type Logged struct {
	Greeter
	calls int
}

func (l *Logged) Hello() string {
	l.calls++
	return "[" + l.Greeter.Hello() + "]"
}

func main() {
	d := Dog{Animal{"Rex"}, "pug"}
	d.Rename("Max")
	fmt.Println(d.Hello(), d.Bark(), d)
	p := Puppy{&d, 1}
	p.Rename("Tiny")
	fmt.Println(p.Hello(), d.Name, p.Name, p.Animal.Name)
	var gs = []Greeter{d, &d, p, &p, &Logged{Greeter: p}}
	for _, g := range gs {
		fmt.Printf("%T %s\n", g, g.Hello())
	}
	l := Logged{Greeter: d}
	l.Hello()
	l.Hello()
	fmt.Println(l.calls)
	fmt.Printf("%+v\n", d)
}
