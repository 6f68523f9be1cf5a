package main

import "fmt"

type Addr struct {
	Street, City string
}
type Person struct {
	Name string
	Age  int
	Addr *Addr
	Tags []string
	M    map[string]int
	F    func()
	Ch   chan int
	E    error
	I    any
}
type Point struct{ X, Y int }
type Line struct{ A, B Point }
type Tree struct {
	Left, Right *Tree
	Val         int
}

func (t *Tree) Insert(v int) *Tree {
	if t == nil {
		return &Tree{Val: v}
	}
	if v < t.Val {
		t.Left = t.Left.Insert(v)
	} else {
		t.Right = t.Right.Insert(v)
	}
	return t
}
func (t *Tree) Walk(f func(int)) {
	if t == nil {
		return
	}
	t.Left.Walk(f)
	f(t.Val)
	t.Right.Walk(f)
}
func main() {
	p := Person{Name: "A", Age: 3}
	fmt.Printf("%v\n%+v\n", p, p)
	fmt.Printf("%#v\n", p)
	l := Line{Point{1, 2}, Point{3, 4}}
	l2 := l
	l2.A.X = 9
	fmt.Println(l, l2, l == l2, l.A == Point{1, 2})
	fmt.Printf("%v %+v %#v\n", l, l, l)
	pp := &l
	pp.B.Y = 8
	fmt.Println(l, *pp)
	fmt.Printf("%v %+v\n", pp, pp)
	m := map[Point]string{{1, 2}: "a"}
	fmt.Println(m[Point{1, 2}], m)
	arr := [2]Point{{1, 2}, {3, 4}}
	for _, q := range arr {
		q.X = 0
	}
	fmt.Println(arr)
	var t *Tree
	for _, v := range []int{5, 3, 8, 1, 4} {
		t = t.Insert(v)
	}
	t.Walk(func(v int) { fmt.Print(v, " ") })
	fmt.Println()
	anon := []struct {
		in   string
		want int
	}{{"a", 1}, {"b", 2}}
	for _, c := range anon {
		fmt.Println(c.in, c.want)
	}
	fmt.Println(struct{}{}, struct{ A any }{nil}, []any{nil, 1}, []*int{nil})
	type pair struct {
		k string
		v any
	}
	ps := []pair{{"a", 1}, {"b", []int{1}}, {"c", map[string]int{"z": 1}}, {"d", &Point{1, 2}}, {"e", pair{"x", nil}}}
	for _, q := range ps[:3] {
		fmt.Printf("%v %+v\n", q, q)
	}
	fmt.Printf("%v %+v\n", ps[4], ps[4])
	fmt.Println([]Point{{1, 2}}, []*Point{}, map[string]Point{"a": {1, 2}}, [][]Point{{{1, 2}}})
	fmt.Println(&[]int{1}, &map[string]int{"a": 1}, &[2]int{}, &p.Age != nil)
	var nilm map[string]int
	var nils []string
	var nilf func()
	var nilp *Point
	var nile error
	fmt.Println(nilm, nils, nilf == nil, nilp, nile)
	fmt.Printf("%v %+v %#v %#v %#v %#v\n", nilm, nils, nilm, nils, nilp, nile)
	fmt.Printf("%d %s %t\n", Point{1, 2}, []string{"a"}, []bool{true})
	fmt.Printf("%6.2f %v\n", []float64{1.5, 2}, [3]bool{})
	fmt.Printf("%x %q\n", Point{10, 11}, struct{ a, b string }{"x", "y"})
	fmt.Printf("%05d|%-5d|%5v|%v\n", []int{1, 2}, []int{1, 2}, Point{1, 2}, [2][2]int{{1}})
	np := new(Point)
	np.X = 5
	*np = Point{np.X + 1, 2}
	fmt.Println(*np, np.X)
	var iface any = Point{1, 2}
	if q, ok := iface.(Point); ok {
		q.X = 100
		fmt.Println(q, iface)
	}
}
