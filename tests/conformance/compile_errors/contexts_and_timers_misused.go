//how: refused
package main

import (
	"context"
	"time"
)

type key struct{}

func work(ctx context.Context, n int) error {
	select {
	case <-ctx.Done:
		return ctx.Err
	case <-time.After(5):
		return nil
	case t := <-time.Tick(time.Second):
	}
}

func main() {
	ctx := context.Background
	work(ctx, 1)
	work(context.Background())
	ctx2, cancel := context.WithTimeout(context.Background(), "5s")
	ctx3 := context.WithValue(ctx2, key{})
	v := ctx3.Value(key{}).(string) + 1
	defer cancel
	timer := time.NewTimer(time.Second)
	<-timer
	<-timer.c
	time.AfterFunc(1, work)
}
