package main

import (
	"fmt"
	"strings"
	"sync"
)

type Broker struct {
	mu     sync.RWMutex
	subs   map[string][]chan string
	closed bool
}

func NewBroker() *Broker {
	return &Broker{subs: make(map[string][]chan string)}
}

func (b *Broker) Subscribe(topic string) <-chan string {
	b.mu.Lock()
	defer b.mu.Unlock()
	ch := make(chan string, 4)
	b.subs[topic] = append(b.subs[topic], ch)
	return ch
}

func (b *Broker) Publish(topic, msg string) int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.closed {
		return 0
	}
	for _, ch := range b.subs[topic] {
		ch <- msg
	}
	return len(b.subs[topic])
}

func (b *Broker) Close() {
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
	b := NewBroker()
	news1, news2, sports := b.Subscribe("news"), b.Subscribe("news"), b.Subscribe("sports")
	fmt.Println(b.Publish("news", "go 1.27 released"), b.Publish("sports", "2:1"), b.Publish("weather", "rain"))
	b.Publish("news", "second")
	b.Close()
	fmt.Println(b.Publish("news", "late"))
	var wg sync.WaitGroup
	lines := make([]string, 3)
	for i, ch := range []<-chan string{news1, news2, sports} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var got []string
			for m := range ch {
				got = append(got, m)
			}
			lines[i] = fmt.Sprintf("subscriber %d: %s", i, strings.Join(got, "; "))
		}()
	}
	wg.Wait()
	fmt.Println(strings.Join(lines, "\n"))
}
