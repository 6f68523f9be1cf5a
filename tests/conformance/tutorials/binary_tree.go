package main

import "fmt"

type Tree struct {
	Left, Right *Tree
	Value       int
}

func insert(t *Tree, v int) *Tree {
	if t == nil {
		return &Tree{nil, nil, v}
	}
	if v < t.Value {
		t.Left = insert(t.Left, v)
	} else {
		t.Right = insert(t.Right, v)
	}
	return t
}

func build(vs ...int) (t *Tree) {
	for _, v := range vs {
		t = insert(t, v)
	}
	return
}

func Walk(t *Tree, ch chan int) {
	defer close(ch)
	var walk func(*Tree)
	walk = func(t *Tree) {
		if t == nil {
			return
		}
		walk(t.Left)
		ch <- t.Value
		walk(t.Right)
	}
	walk(t)
}

func Same(a, b *Tree) bool {
	c1, c2 := make(chan int), make(chan int)
	go Walk(a, c1)
	go Walk(b, c2)
	for {
		v1, ok1 := <-c1
		v2, ok2 := <-c2
		if ok1 != ok2 || v1 != v2 {
			return false
		}
		if !ok1 {
			return true
		}
	}
}

func (t *Tree) String() string {
	if t == nil {
		return "()"
	}
	return fmt.Sprintf("(%v %d %v)", t.Left, t.Value, t.Right)
}

func main() {
	a, b := build(3, 1, 2, 5, 4), build(5, 3, 4, 1, 2)
	fmt.Println(Same(a, b), Same(a, build(1, 2, 3)))
	fmt.Println(a)
}
