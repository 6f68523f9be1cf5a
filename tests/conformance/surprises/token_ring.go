package main

import (
	"fmt"
	"os"
	"sync"
	"time"
)

type Token struct {
	hops  uint8
	trail [4]byte
}

func node(id byte, in <-chan Token, out chan<- Token, quit chan<- struct{}) {
	for t := range in {
		t.hops++
		copy(t.trail[1:], t.trail[:3])
		t.trail[0] = 'a' + id
		if t.hops == 255 {
			fmt.Printf("%d %s %v\n", t.hops+2, t.trail, t.trail == [4]byte{'c', 'b', 'a', 'h'})
			close(quit)
			return
		}
		out <- t
	}
}

func main() {
	const n = 8
	ring := make([]chan Token, n)
	for i := range ring {
		ring[i] = make(chan Token, i%2)
	}
	quit := make(chan struct{})
	for i := range n {
		go node(byte(i), ring[i], ring[(i+1)%n], quit)
	}
	ring[0] <- Token{}
	<-quit
	var once sync.Once
	defer fmt.Println("never printed")
	defer func() {
		once.Do(func() { fmt.Fprintln(os.Stderr, "leaving") })
		os.Exit(3)
	}()
	select {
	case t := <-ring[(255-1)%n]:
		fmt.Println("stray", t)
	case <-time.After(time.Millisecond):
	}
	var p *Token
	_ = p.hops
}
