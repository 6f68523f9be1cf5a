package main

import (
	"fmt"
	"sync"
)

type Broker[T any] struct {
	mu     sync.RWMutex
	subs   map[string][]chan T
	closed bool
}

func NewBroker[T any]() *Broker[T] { return &Broker[T]{subs: make(map[string][]chan T)} }
func (b *Broker[T]) Subscribe(topic string) <-chan T {
	b.mu.Lock()
	defer b.mu.Unlock()
	ch := make(chan T, 8)
	b.subs[topic] = append(b.subs[topic], ch)
	return ch
}
func (b *Broker[T]) Publish(topic string, v T) int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, ch := range b.subs[topic] {
		ch <- v
	}
	return len(b.subs[topic])
}
func (b *Broker[T]) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.closed {
		b.closed = true
		for _, subs := range b.subs {
			for _, ch := range subs {
				close(ch)
			}
		}
	}
}
func main() {
	b := NewBroker[string]()
	s1, s2, s3 := b.Subscribe("a"), b.Subscribe("a"), b.Subscribe("b")
	fmt.Println(b.Publish("a", "hello"), b.Publish("b", "x"), b.Publish("zzz", "y"))
	b.Close()
	var wg sync.WaitGroup
	var mu sync.Mutex
	got := map[string]int{}
	for _, s := range []<-chan string{s1, s2, s3} {
		wg.Add(1)
		go func(c <-chan string) {
			defer wg.Done()
			for m := range c {
				mu.Lock()
				got[m]++
				mu.Unlock()
			}
		}(s)
	}
	wg.Wait()
	fmt.Println(got)
}
