//how: synctest

package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type TokenBucket struct {
	tokens chan struct{}
	stop   chan struct{}
	once   sync.Once
}

func NewTokenBucket(rate time.Duration, burst int) *TokenBucket {
	tb := &TokenBucket{tokens: make(chan struct{}, burst), stop: make(chan struct{})}
	for i := 0; i < burst; i++ {
		tb.tokens <- struct{}{}
	}
	go func() {
		t := time.NewTicker(rate)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				select {
				case tb.tokens <- struct{}{}:
				default:
				}
			case <-tb.stop:
				return
			}
		}
	}()
	return tb
}
func (tb *TokenBucket) Wait(ctx context.Context) error {
	select {
	case <-tb.tokens:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("rate limiter: %w", ctx.Err())
	}
}
func (tb *TokenBucket) Close() { tb.once.Do(func() { close(tb.stop) }) }

type Breaker struct {
	mu       sync.Mutex
	fails    int
	openedAt time.Time
	state    string
}

func (b *Breaker) Do(f func() error) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.state == "open" {
		if time.Since(b.openedAt) < 500*time.Millisecond {
			return fmt.Errorf("circuit open")
		}
		b.state = "half-open"
	}
	if err := f(); err != nil {
		b.fails++
		if b.fails >= 3 || b.state == "half-open" {
			b.state, b.openedAt = "open", time.Now()
		}
		return err
	}
	b.fails, b.state = 0, "closed"
	return nil
}
func retry(ctx context.Context, n int, base time.Duration, f func(int) error) (err error) {
	for i := range n {
		if err = f(i); err == nil {
			return nil
		}
		select {
		case <-time.After(base << i):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return fmt.Errorf("after %d attempts: %w", n, err)
}
func main() {
	start := time.Now()
	tb := NewTokenBucket(100*time.Millisecond, 2)
	defer tb.Close()
	for i := range 5 {
		if err := tb.Wait(context.Background()); err != nil {
			fmt.Println(err)
		}
		fmt.Println("req", i, time.Since(start))
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	fmt.Println(tb.Wait(ctx))
	b := &Breaker{state: "closed"}
	for i := range 6 {
		err := b.Do(func() error {
			if i < 4 {
				return fmt.Errorf("fail %d", i)
			}
			return nil
		})
		fmt.Println(i, err, b.state)
		time.Sleep(150 * time.Millisecond)
	}
	t0 := time.Now()
	err := retry(context.Background(), 4, 10*time.Millisecond, func(i int) error {
		if i == 3 {
			return nil
		}
		return fmt.Errorf("try %d", i)
	})
	fmt.Println(err, time.Since(t0))
	err = retry(context.Background(), 2, time.Second, func(i int) error { return fmt.Errorf("try %d", i) })
	fmt.Println(err)
}
