package main

import (
	"cmp"
	"fmt"
	"slices"
)

type Request struct {
	n int
	c chan int
}

type Worker struct {
	id       int
	requests chan Request
	pending  int
}

func (w *Worker) work(done chan *Worker) {
	for req := range w.requests {
		req.c <- req.n * req.n
		done <- w
	}
}

type Balancer struct {
	pool []*Worker
	done chan *Worker
}

func NewBalancer(n int) *Balancer {
	b := &Balancer{done: make(chan *Worker, n)}
	for i := range n {
		w := &Worker{id: i, requests: make(chan Request, 100)}
		b.pool = append(b.pool, w)
		go w.work(b.done)
	}
	return b
}

func (b *Balancer) least() *Worker {
	return slices.MinFunc(b.pool, func(x, y *Worker) int { return cmp.Compare(x.pending, y.pending) })
}

func (b *Balancer) balance(work chan Request, total int) {
	for done := 0; done < total; {
		select {
		case req := <-work:
			w := b.least()
			w.pending++
			w.requests <- req
		case w := <-b.done:
			w.pending--
			done++
		}
	}
	for _, w := range b.pool {
		close(w.requests)
	}
}

func main() {
	const total = 50
	work := make(chan Request)
	answers := make(chan int, total)
	for i := range total {
		go func() {
			c := make(chan int)
			work <- Request{i, c}
			answers <- <-c
		}()
	}
	b := NewBalancer(4)
	b.balance(work, total)
	sum := 0
	for range total {
		sum += <-answers
	}
	fmt.Println(sum)
	for _, w := range b.pool {
		fmt.Println(w.id, w.pending)
	}
}
