package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

type Group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
	stop context.CancelFunc
}

func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	return &Group{stop: cancel}, ctx
}

func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				if g.stop != nil {
					g.stop()
				}
			})
		}
	}()
}

func (g *Group) Wait() error {
	g.wg.Wait()
	if g.stop != nil {
		g.stop()
	}
	return g.err
}

func main() {
	g, ctx := WithContext(context.Background())
	g.Go(func() error { return errors.New("disk full") })
	for range 3 {
		g.Go(func() error {
			<-ctx.Done()
			return ctx.Err()
		})
	}
	fmt.Println(g.Wait())
}
