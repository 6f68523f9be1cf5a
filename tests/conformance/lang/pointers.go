package main

import "fmt"

type Node struct {
	V    int
	Next *Node
}

func set(p *int, v int) { *p = v }

func local() *int {
	x := 5
	return &x
}

func main() {
	x := 1
	p := &x
	pp := &p
	**pp = 7
	set(&x, x+1)
	fmt.Println(x, *p == x, p == *pp)
	a, b := local(), local()
	*a++
	fmt.Println(*a, *b, a == b)
	list := &Node{1, &Node{2, nil}}
	for n := list; n != nil; n = n.Next {
		fmt.Print(n.V, " ")
	}
	fmt.Println()
	arr := [3]int{1, 2, 3}
	q := &arr[1]
	*q = 9
	fmt.Println(arr)
	s := []int{1, 2}
	e := &s[0]
	s = append(s, 3)
	*e = 100
	fmt.Println(s[0])
	var nilp *Node
	fmt.Println(nilp == nil, nilp)
	n := new(int)
	*n += 3
	fmt.Println(*n)
	m := new(Node{V: 4})
	fmt.Println(m.V)
}
