package main

import (
	"context"
	"fmt"
)

func worker(ctx context.Context, out chan<- string) {
	<-ctx.Done()
	out <- ctx.Err().Error()
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	fmt.Println(ctx.Err())
	out := make(chan string)
	go worker(ctx, out)
	cancel()
	cancel()
	fmt.Println(<-out, ctx.Err() == context.Canceled)
	child, stop := context.WithCancel(ctx)
	defer stop()
	<-child.Done()
	fmt.Println(child.Err())
	_, has := ctx.Deadline()
	fmt.Println(has, context.Background().Done() == nil)
}
