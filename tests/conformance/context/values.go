package main

import (
	"context"
	"fmt"
)

type key int

const (
	user key = iota
	trace
)

func handle(ctx context.Context) {
	if u, ok := ctx.Value(user).(string); ok {
		fmt.Println("user", u)
	}
	fmt.Println(ctx.Value(trace), ctx.Value("user"))
}

func main() {
	ctx := context.WithValue(context.Background(), user, "ada")
	handle(ctx)
	ctx2 := context.WithValue(ctx, trace, 77)
	handle(ctx2)
	handle(context.WithValue(ctx2, user, "bob"))
	c, cancel := context.WithCancel(ctx2)
	cancel()
	fmt.Println(c.Value(trace), c.Err())
	w := context.WithoutCancel(c)
	fmt.Println(w.Err(), w.Value(user), w.Done() == nil)
	fmt.Println(context.Background(), context.TODO())
	fmt.Println(ctx)
}
