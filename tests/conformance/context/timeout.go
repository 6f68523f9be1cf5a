//how: synctest

package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func slow(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return fmt.Errorf("slow: %w", ctx.Err())
	}
}

func main() {
	start := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	fmt.Println(slow(ctx, time.Second), time.Since(start))
	err := slow(ctx, 5*time.Second)
	fmt.Println(err, time.Since(start))
	fmt.Println(errors.Is(err, context.DeadlineExceeded), ctx.Err())
	d, ok := ctx.Deadline()
	fmt.Println(d.Sub(start), ok)
	var te interface{ Timeout() bool }
	fmt.Println(errors.As(err, &te), te.Timeout())
	child, cancel2 := context.WithTimeout(ctx, time.Hour)
	defer cancel2()
	fmt.Println(child.Err())
	late, cancel3 := context.WithDeadline(context.Background(), start)
	defer cancel3()
	fmt.Println(late.Err())
}
