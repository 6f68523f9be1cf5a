//how: synctest

package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

type Lot struct {
	mu    sync.Mutex
	free  int
	queue []chan struct{}
}

func (l *Lot) Enter(ctx context.Context) error {
	l.mu.Lock()
	if l.free > 0 {
		l.free--
		l.mu.Unlock()
		return nil
	}
	turn := make(chan struct{})
	l.queue = append(l.queue, turn)
	l.mu.Unlock()
	select {
	case <-turn:
		return nil
	case <-ctx.Done():
		l.mu.Lock()
		defer l.mu.Unlock()
		if i := slices.Index(l.queue, turn); i >= 0 {
			l.queue = slices.Delete(l.queue, i, i+1)
		}
		return ctx.Err()
	}
}

func (l *Lot) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.queue) > 0 {
		close(l.queue[0])
		l.queue = l.queue[1:]
		return
	}
	l.free++
}

func main() {
	start := time.Now()
	lot := &Lot{free: 2}
	var wg sync.WaitGroup
	log := make([]string, 6)
	for i := range 6 {
		wg.Go(func() {
			time.Sleep(time.Duration(i) * time.Second)
			ctx, cancel := context.WithTimeout(context.Background(), 9*time.Second)
			defer cancel()
			if err := lot.Enter(ctx); err != nil {
				log[i] = fmt.Sprintf("car %d gave up at %v: %v", i, time.Since(start), err)
				return
			}
			in := time.Since(start)
			time.Sleep(5*time.Second + time.Duration(i)*100*time.Millisecond)
			lot.Leave()
			log[i] = fmt.Sprintf("car %d in at %v out at %v", i, in, time.Since(start))
		})
	}
	wg.Wait()
	fmt.Println(strings.Join(log, "\n"))
	fmt.Println(lot.free, time.Since(start))
}
