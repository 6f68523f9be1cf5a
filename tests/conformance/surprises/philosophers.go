package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Fork struct {
	sync.Mutex
	uses int
}

type Philosopher struct {
	name        string
	left, right *Fork
	eaten       int
}

func (p *Philosopher) dine(times int, hungry *atomic.Int32) {
	defer hungry.Add(-1)
	for range times {
		for _, f := range [...]*Fork{p.left, p.right} {
			f.Lock()
			f.uses++
			defer func(n int) { _ = n }(f.uses)
		}
		p.eaten++
		p.right.Unlock()
		p.left.Unlock()
	}
}

func main() {
	var (
		forks  [5]Fork
		hungry atomic.Int32
		wg     sync.WaitGroup
		table  = make([]*Philosopher, len(forks))
	)
	for i, name := range []string{"Plato", "Kant", "Hume", "Mill", "Marx"} {
		l, r := i, (i+1)%len(forks)
		if l > r {
			l, r = r, l
		}
		table[i] = &Philosopher{name: name, left: &forks[l], right: &forks[r]}
	}
	hungry.Store(int32(len(table)))
	for _, p := range table {
		wg.Go(func() { p.dine(20, &hungry) })
	}
	wg.Wait()
	for _, p := range table {
		fmt.Printf("%-6s|%3d|\n", p.name, p.eaten)
	}
	total := 0
	for i := range forks {
		total += forks[i].uses
	}
	fmt.Println(total, hungry.Load())
}
