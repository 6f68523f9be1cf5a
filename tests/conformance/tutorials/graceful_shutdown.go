//how: synctest

package main

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type Server struct {
	quit chan struct{}
	wg   sync.WaitGroup
	jobs chan int
	done atomic.Int32
}

func NewServer(workers int) *Server {
	s := &Server{quit: make(chan struct{}), jobs: make(chan int)}
	for range workers {
		s.wg.Add(1)
		go s.loop()
	}
	return s
}

func (s *Server) loop() {
	defer s.wg.Done()
	for {
		select {
		case <-s.quit:
			return
		case <-s.jobs:
			time.Sleep(50 * time.Millisecond)
			s.done.Add(1)
		}
	}
}

func (s *Server) Submit(n int) bool {
	select {
	case s.jobs <- n:
		return true
	case <-s.quit:
		return false
	}
}

func (s *Server) Shutdown(ctx context.Context) error {
	close(s.quit)
	finished := make(chan struct{})
	go func() {
		s.wg.Wait()
		close(finished)
	}()
	select {
	case <-finished:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	start := time.Now()
	s := NewServer(2)
	for i := range 6 {
		s.Submit(i)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	fmt.Println(s.Shutdown(ctx), s.done.Load(), time.Since(start))
	fmt.Println(s.Submit(9))
}
