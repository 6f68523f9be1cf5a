// Package semaphore bounds what is done at once, by weight.
package semaphore

import (
	"context"
	"sync"
)

// Weighted is a semaphore of which more than one can be taken at once.
type Weighted struct {
	size, taken int64
	mu          sync.Mutex
	waiting     []*waiter
}

type waiter struct {
	n     int64
	ready chan struct{}
}

// NewWeighted returns a semaphore of weight n.
func NewWeighted(n int64) *Weighted { return &Weighted{size: n} }

// Acquire takes n, and waits until there is as much. It returns ctx.Err() where ctx is done first, and takes nothing then.
func (s *Weighted) Acquire(ctx context.Context, n int64) error {
	done := ctx.Done()
	s.mu.Lock()
	select {
	case <-done:
		s.mu.Unlock()
		return ctx.Err()
	default:
	}
	if s.size-s.taken >= n && len(s.waiting) == 0 {
		s.taken += n
		s.mu.Unlock()
		return nil
	}
	if n > s.size {
		s.mu.Unlock()
		<-done
		return ctx.Err()
	}
	w := &waiter{n, make(chan struct{})}
	s.waiting = append(s.waiting, w)
	s.mu.Unlock()
	select {
	case <-done:
		return s.giveUp(ctx, w)
	case <-w.ready:
		select {
		case <-done:
			s.Release(n)
			return ctx.Err()
		default:
		}
		return nil
	}
}

// giveUp takes w out of the line; where it has got its share meanwhile, the share goes back.
func (s *Weighted) giveUp(ctx context.Context, w *waiter) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case <-w.ready:
		s.taken -= w.n
		s.notify()
		return ctx.Err()
	default:
	}
	for i, other := range s.waiting {
		if other == w {
			s.waiting = append(s.waiting[:i:i], s.waiting[i+1:]...)
			if i == 0 && s.size > s.taken {
				s.notify()
			}
			break
		}
	}
	return ctx.Err()
}

// TryAcquire takes n unless that means waiting, and reports whether it did.
func (s *Weighted) TryAcquire(n int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	free := s.size-s.taken >= n && len(s.waiting) == 0
	if free {
		s.taken += n
	}
	return free
}

// Release gives n back.
func (s *Weighted) Release(n int64) {
	s.mu.Lock()
	s.taken -= n
	if s.taken < 0 {
		s.mu.Unlock()
		panic("semaphore: released more than held")
	}
	s.notify()
	s.mu.Unlock()
}

// notify lets in whoever waits, first come first served: who asks for much isn't passed by who asks for little.
func (s *Weighted) notify() {
	for len(s.waiting) > 0 {
		first := s.waiting[0]
		if s.size-s.taken < first.n {
			return
		}
		s.taken += first.n
		s.waiting = s.waiting[1:]
		close(first.ready)
	}
}
