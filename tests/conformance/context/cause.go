//how: synctest

package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	boom := errors.New("boom")
	cancel(boom)
	cancel(errors.New("too late"))
	fmt.Println(ctx.Err(), context.Cause(ctx), context.Cause(ctx) == boom)
	t, stop := context.WithTimeoutCause(context.Background(), time.Second, errors.New("kitchen closed"))
	defer stop()
	<-t.Done()
	fmt.Println(t.Err(), context.Cause(t))
	plain, c := context.WithCancel(ctx)
	defer c()
	fmt.Println(context.Cause(plain))
	fmt.Println(context.Cause(context.Background()))
	n, cn := context.WithCancelCause(context.Background())
	cn(nil)
	fmt.Println(context.Cause(n))
}
