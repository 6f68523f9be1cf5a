//how: synctest

package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
)

func main() {
	g, ctx := errgroup.WithContext(context.Background())
	for i := range 5 {
		g.Go(func() error {
			select {
			case <-time.After(time.Duration(i) * time.Second):
				if i == 2 {
					return fmt.Errorf("task %d failed", i)
				}
				fmt.Println("task", i, "ok")
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}
	err := g.Wait()
	fmt.Println(err, ctx.Err(), context.Cause(ctx))
	var g2 errgroup.Group
	g2.SetLimit(2)
	start := time.Now()
	for range 4 {
		g2.Go(func() error { time.Sleep(time.Second); return nil })
	}
	fmt.Println(g2.TryGo(func() error { return nil }))
	fmt.Println(g2.Wait(), time.Since(start))
	sem := semaphore.NewWeighted(3)
	fmt.Println(sem.TryAcquire(2), sem.TryAcquire(2))
	c2, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	e := sem.Acquire(c2, 2)
	fmt.Println(e, errors.Is(e, context.DeadlineExceeded))
	sem.Release(2)
	fmt.Println(sem.Acquire(context.Background(), 3))
}
