//how: synctest

package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type Breaker struct {
	mu        sync.Mutex
	failures  int
	threshold int
	openUntil time.Time
}

var ErrOpen = errors.New("circuit open")

func (b *Breaker) Call(f func() error) error {
	b.mu.Lock()
	if time.Now().Before(b.openUntil) {
		b.mu.Unlock()
		return ErrOpen
	}
	b.mu.Unlock()
	err := f()
	b.mu.Lock()
	defer b.mu.Unlock()
	if err == nil {
		b.failures = 0
		return nil
	}
	if b.failures++; b.failures >= b.threshold {
		b.openUntil = time.Now().Add(5 * time.Second)
		b.failures = 0
	}
	return err
}

func main() {
	start := time.Now()
	b := &Breaker{threshold: 2}
	fail := func() error { return errors.New("backend down") }
	ok := func() error { return nil }
	for i, f := range []func() error{fail, fail, ok, ok} {
		fmt.Println(i, b.Call(f), time.Since(start))
		time.Sleep(time.Second)
	}
	time.Sleep(3 * time.Second)
	fmt.Println(b.Call(ok), time.Since(start))
}
