package main

import "fmt"

type S struct{ n int }

func (s S) String() string { return fmt.Sprintf("S#%d", s.n) }

type P struct{ n int }

func (p *P) String() string { return "pointer" }

type E int

func (e E) Error() string { return fmt.Sprintf("E%d", int(e)) }

type G struct{}

func (G) GoString() string { return "G!" }

type Both struct{}

func (Both) Error() string  { return "as error" }
func (Both) String() string { return "as string" }

type F struct{}

func (F) Format(s fmt.State, verb rune) { fmt.Fprintf(s, "F<%c>", verb) }

type Bad struct{}

func (Bad) String() string { panic("oops") }

type Wrap struct {
	S S
	p P
	e error
}

func main() {
	fmt.Println(S{1}, &S{2}, []S{{3}}, map[S]S{{4}: {5}}, struct{ V S }{S{6}})
	fmt.Println(P{1}, &P{1}, E(3), []error{E(4)}, Both{})
	fmt.Printf("%v %s %d %q %x %5s|%+v|%#v\n", S{1}, S{1}, S{1}, S{1}, S{1}, S{1}, S{1}, S{1})
	fmt.Printf("%#v %v %d %s\n", G{}, F{}, F{}, []F{{}})
	fmt.Printf("%v %s %d\n", Bad{}, Bad{}, Bad{})
	var np *S
	fmt.Printf("%v\n", np)
	fmt.Printf("%v %+v\n", Wrap{S{1}, P{2}, E(1)}, Wrap{S{1}, P{2}, nil})
	fmt.Printf("%s %v %d\n", E(7), E(7), E(7))
}
