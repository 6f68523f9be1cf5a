package main

import (
	"container/heap"
	"container/list"
	"fmt"
	"sync"
)

type Queue[T any] struct {
	mu                sync.Mutex
	notEmpty, notFull sync.Cond
	items             *list.List
	cap               int
	closed            bool
}

func NewQueue[T any](cap int) *Queue[T] {
	q := &Queue[T]{items: list.New(), cap: cap}
	q.notEmpty.L, q.notFull.L = &q.mu, &q.mu
	return q
}

func (q *Queue[T]) Put(v T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.items.Len() >= q.cap {
		q.notFull.Wait()
	}
	q.items.PushBack(v)
	q.notEmpty.Signal()
}

func (q *Queue[T]) Take() (v T, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.items.Len() == 0 && !q.closed {
		q.notEmpty.Wait()
	}
	if q.items.Len() == 0 {
		return
	}
	defer q.notFull.Signal()
	return q.items.Remove(q.items.Front()).(T), true
}

func (q *Queue[T]) Close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.notEmpty.Broadcast()
}

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] > h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

func main() {
	q := NewQueue[int](2)
	var producers, consumers sync.WaitGroup
	for p := range 3 {
		producers.Go(func() {
			for i := range 10 {
				q.Put(p*10 + i)
			}
		})
	}
	var mu sync.Mutex
	h := &ints{}
	for range 4 {
		consumers.Go(func() {
			for v, ok := q.Take(); ok; v, ok = q.Take() {
				mu.Lock()
				heap.Push(h, v)
				mu.Unlock()
			}
		})
	}
	producers.Wait()
	q.Close()
	consumers.Wait()
	for range 5 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println(h.Len(), cap(*h) >= h.Len())
}
