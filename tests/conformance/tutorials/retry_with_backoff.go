//how: synctest

package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

var ErrTemporary = errors.New("temporary")

func retry(ctx context.Context, attempts int, base time.Duration, f func(int) error) (err error) {
	for i := range attempts {
		if err = f(i); err == nil || !errors.Is(err, ErrTemporary) {
			return err
		}
		select {
		case <-time.After(base << i):
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		}
	}
	return fmt.Errorf("after %d attempts: %w", attempts, err)
}

func main() {
	start := time.Now()
	bg := context.Background()
	fmt.Println(retry(bg, 5, 100*time.Millisecond, func(i int) error {
		fmt.Println("attempt", i, time.Since(start))
		if i < 3 {
			return ErrTemporary
		}
		return nil
	}))
	fmt.Println(retry(bg, 2, time.Second, func(int) error { return fmt.Errorf("x: %w", ErrTemporary) }), time.Since(start))
	ctx, cancel := context.WithTimeout(bg, 1500*time.Millisecond)
	defer cancel()
	fmt.Println(retry(ctx, 9, time.Second, func(int) error { return ErrTemporary }), time.Since(start))
	fmt.Println(retry(bg, 3, time.Second, func(int) error { return errors.New("permanent") }))
}
