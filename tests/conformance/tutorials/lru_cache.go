package main

import "fmt"

type entry struct {
	key, val   int
	prev, next *entry
}

type LRU struct {
	cap        int
	items      map[int]*entry
	head, tail *entry
}

func NewLRU(cap int) *LRU {
	l := &LRU{cap: cap, items: map[int]*entry{}, head: &entry{}, tail: &entry{}}
	l.head.next, l.tail.prev = l.tail, l.head
	return l
}

func (l *LRU) remove(e *entry) { e.prev.next, e.next.prev = e.next, e.prev }

func (l *LRU) front(e *entry) {
	e.next, e.prev = l.head.next, l.head
	l.head.next.prev = e
	l.head.next = e
}

func (l *LRU) Get(k int) int {
	if e, ok := l.items[k]; ok {
		l.remove(e)
		l.front(e)
		return e.val
	}
	return -1
}

func (l *LRU) Put(k, v int) {
	if e, ok := l.items[k]; ok {
		e.val = v
		l.remove(e)
		l.front(e)
		return
	}
	if len(l.items) == l.cap {
		old := l.tail.prev
		l.remove(old)
		delete(l.items, old.key)
	}
	e := &entry{key: k, val: v}
	l.items[k] = e
	l.front(e)
}

func main() {
	l := NewLRU(2)
	l.Put(1, 1)
	l.Put(2, 2)
	fmt.Println(l.Get(1))
	l.Put(3, 3)
	fmt.Println(l.Get(2))
	l.Put(4, 4)
	fmt.Println(l.Get(1), l.Get(3), l.Get(4), len(l.items))
}
