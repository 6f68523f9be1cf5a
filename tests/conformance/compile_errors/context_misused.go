//how: refused

package main

import (
	"context"
	"time"
)

func work(ctx context.Context) error { return nil }

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 5)
	ctx = context.WithTimeout(ctx, time.Second)
	work()
	work(cancel)
	work(context)
	if ctx.Err == nil {
	}
	<-ctx.Done
	v := ctx.Value("k") + 1
	err := ctx.Done()
	err.Error()
}
