package main

import "fmt"

type Node struct {
	Name string
	Kids []*Node
	M    map[string]*int
}

func main() {
	n := &Node{Name: "root"}
	fmt.Printf("%v %+v\n", n, n)
	pp := &n
	fmt.Println(**pp)
	s := &[]string{"a"}
	m := &map[string]int{"x": 1}
	a := &[2]bool{true}
	fmt.Println(s, m, a)
	type in struct{ P *int }
	x := in{}
	fmt.Printf("%v %+v %v\n", x, x, &x)
	nested := struct {
		A struct{ B struct{ C int } }
		D *struct{ E int }
	}{}
	nested.D = nil
	fmt.Printf("%v %+v\n", nested, nested)
	var e error = fmt.Errorf("e")
	w := struct{ Err error }{e}
	fmt.Printf("%v %+v\n", w, w)
	fmt.Printf("%v\n", []any{1, "a", nil, []int{2}, map[string]int{"k": 3}, struct{ X, Y int }{4, 5}})
}
