package main

import "fmt"

type bad struct{}

func (bad) String() string { panic("in String") }

type nilp struct{ a int }

func (n *nilp) String() string { return fmt.Sprint(n.a) }

type nile struct{ a int }

func (n *nile) Error() string { return fmt.Sprint(n.a) }

type vp struct{ a int }

func (n vp) String() string { return fmt.Sprint(n.a) }

func main() {
	fmt.Println(bad{})
	fmt.Printf("%v %d %s\n", bad{}, bad{}, bad{})
	var n *nilp
	fmt.Println(n)
	var e *nile
	fmt.Println(e)
	var v *vp
	fmt.Println(v)
	fmt.Printf("%s|%+v|%d\n", n, v, v)
}
