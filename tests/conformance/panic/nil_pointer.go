package main

import "fmt"

type Node struct {
	v    int
	next *Node
}

func main() {
	n := &Node{v: 1}
	fmt.Println(n.next.v)
}
