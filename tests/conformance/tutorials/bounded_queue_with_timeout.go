//how: synctest

package main

import (
	"errors"
	"fmt"
	"time"
)

type Queue[T any] struct{ ch chan T }

var ErrTimeout = errors.New("queue: timeout")

func New[T any](n int) *Queue[T] { return &Queue[T]{make(chan T, n)} }

func (q *Queue[T]) Put(v T, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case q.ch <- v:
		return nil
	case <-timer.C:
		return ErrTimeout
	}
}

func (q *Queue[T]) Get(d time.Duration) (v T, err error) {
	select {
	case v = <-q.ch:
	case <-time.After(d):
		err = ErrTimeout
	}
	return
}

func main() {
	start := time.Now()
	q := New[string](2)
	fmt.Println(q.Put("a", time.Second), q.Put("b", time.Second), q.Put("c", time.Second), time.Since(start))
	go func() {
		time.Sleep(500 * time.Millisecond)
		q.Get(time.Second)
	}()
	fmt.Println(q.Put("d", time.Second), time.Since(start))
	fmt.Println(q.Get(time.Second))
	fmt.Println(q.Get(time.Second))
	fmt.Println(q.Get(time.Second))
	fmt.Println(time.Since(start))
}
