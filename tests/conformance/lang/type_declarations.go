package main

import "fmt"

type (
	Name  string
	Names []Name
	Pred  func(Name) bool
	Tree  map[Name]Names
	Alias = Names
)

func (n Name) Loud() Name { return n + "!" }

func (ns Names) Filter(p Pred) (out Names) {
	for _, n := range ns {
		if p(n) {
			out = append(out, n.Loud())
		}
	}
	return
}

func main() {
	ns := Alias{"ann", "bob", "al"}
	fmt.Println(ns.Filter(func(n Name) bool { return n[0] == 'a' }))
	t := Tree{"x": ns[:1]}
	fmt.Println(t, len(t["x"]))
	fmt.Printf("%T %T %T\n", ns, t, ns[0])
	type T = struct{ A int }
	fmt.Printf("%T\n", T{1})
	var raw []Name = ns
	fmt.Println(len(raw), string(ns[1]))
}
