//how: synctest

package main

import (
	"fmt"
	"time"
)

type Stage struct {
	name string
	d    time.Duration
}

type Order struct {
	id   int
	done []string
}

func run(s Stage, in <-chan *Order) <-chan *Order {
	out := make(chan *Order)
	go func() {
		defer close(out)
		for o := range in {
			time.Sleep(s.d)
			o.done = append(o.done, s.name)
			out <- o
		}
	}()
	return out
}

func main() {
	start := time.Now()
	src := make(chan *Order)
	go func() {
		defer close(src)
		for i := range 4 {
			src <- &Order{id: i}
		}
	}()
	var c <-chan *Order = src
	for _, s := range []Stage{{"chop", 100 * time.Millisecond}, {"fry", 250 * time.Millisecond}, {"plate", 50 * time.Millisecond}} {
		c = run(s, c)
	}
	for o := range c {
		fmt.Println(o.id, o.done, time.Since(start))
	}
}
