package main

import (
	"fmt"
	"strings"
)

type Node[T any] struct {
	Value T
	Next  *Node[T]
}

type LinkedList[T comparable] struct {
	head *Node[T]
	size int
}

func (l *LinkedList[T]) Append(vs ...T) {
	for _, v := range vs {
		n := &Node[T]{Value: v}
		l.size++
		if l.head == nil {
			l.head = n
			continue
		}
		cur := l.head
		for cur.Next != nil {
			cur = cur.Next
		}
		cur.Next = n
	}
}

func (l *LinkedList[T]) Remove(v T) bool {
	for p := &l.head; *p != nil; p = &(*p).Next {
		if (*p).Value == v {
			*p = (*p).Next
			l.size--
			return true
		}
	}
	return false
}

func (l *LinkedList[T]) Reverse() {
	var prev *Node[T]
	for cur := l.head; cur != nil; {
		next := cur.Next
		cur.Next = prev
		prev, cur = cur, next
	}
	l.head = prev
}

func (l LinkedList[T]) String() string {
	var b strings.Builder
	b.WriteByte('[')
	for n := l.head; n != nil; n = n.Next {
		if n != l.head {
			b.WriteString(" -> ")
		}
		fmt.Fprint(&b, n.Value)
	}
	return b.String() + "]"
}

func main() {
	var l LinkedList[int]
	l.Append(1, 2, 3, 4)
	fmt.Println(l, l.size)
	fmt.Println(l.Remove(1), l.Remove(3), l.Remove(9))
	l.Reverse()
	fmt.Println(l)
	s := LinkedList[string]{}
	s.Append("a", "b")
	fmt.Printf("%v %s\n", s, s)
}
