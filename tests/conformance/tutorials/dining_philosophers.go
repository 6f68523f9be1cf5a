package main

import (
	"fmt"
	"sync"
	"time"
)

type Fork struct{ sync.Mutex }

type Philosopher struct {
	id          int
	left, right *Fork
	meals       int
}

func (p *Philosopher) dine(wg *sync.WaitGroup, host chan struct{}) {
	defer wg.Done()
	for range 3 {
		host <- struct{}{}
		p.left.Lock()
		p.right.Lock()
		p.meals++
		time.Sleep(time.Microsecond)
		p.right.Unlock()
		p.left.Unlock()
		<-host
	}
}

func main() {
	const n = 5
	forks := make([]*Fork, n)
	for i := range forks {
		forks[i] = new(Fork)
	}
	host := make(chan struct{}, n-1)
	ps := make([]*Philosopher, n)
	var wg sync.WaitGroup
	for i := range ps {
		ps[i] = &Philosopher{id: i + 1, left: forks[i], right: forks[(i+1)%n]}
		wg.Add(1)
		go ps[i].dine(&wg, host)
	}
	wg.Wait()
	for _, p := range ps {
		fmt.Printf("philosopher %d ate %d times\n", p.id, p.meals)
	}
}
