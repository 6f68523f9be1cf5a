//how: refused

package main

import (
	"context"
	"time"
)

func work(ctx context.Context, id int) {
	select {
	case <-ctx.Done:
		return ctx.Err()
	case <-time.After(5):
	}
}

func main() {
	ctx := context.WithTimeout(context.Background(), 2*time.Second)
	ctx2, cancel := context.WithCancel()
	go work(1, ctx)
	cancel
	work(ctx)
	_ = ctx2
}
