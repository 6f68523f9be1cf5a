//how: synctest

package main

import (
	"context"
	"errors"
	"fmt"
	"golang.org/x/sync/errgroup"
	"time"
)

func main() {
	start := time.Now()
	g, ctx := errgroup.WithContext(context.Background())
	for i := range 4 {
		g.Go(func() error {
			select {
			case <-time.After(time.Duration(i+1) * time.Second):
				if i == 1 {
					return errors.New("second fails")
				}
				fmt.Println("done", i)
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}
	err := g.Wait()
	fmt.Println(err, time.Since(start), ctx.Err(), context.Cause(ctx))
}
