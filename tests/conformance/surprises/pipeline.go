package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

type Stage[In, Out any] func(context.Context, In) (Out, error)

var errStop = errors.New("stop here")

func Run[In, Out any](ctx context.Context, n int, in <-chan In, stage Stage[In, Out], fail context.CancelCauseFunc) <-chan Out {
	out := make(chan Out)
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() {
			for v := range in {
				r, err := stage(ctx, v)
				if err != nil {
					fail(fmt.Errorf("at %v: %w", v, err))
					return
				}
				select {
				case out <- r:
				case <-ctx.Done():
					return
				}
			}
		})
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func source[T any](ctx context.Context, vs ...T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for _, v := range vs {
			select {
			case out <- v:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func run(words ...string) (sum int, err error) {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer func() {
		if cause := context.Cause(ctx); cause != nil {
			err = errors.Join(err, cause)
		}
		cancel(nil)
	}()
	numbers := Run(ctx, 3, source(ctx, words...), func(_ context.Context, s string) (int, error) { return strconv.Atoi(s) }, cancel)
	squares := Run(ctx, 2, numbers, func(_ context.Context, n int) (uint8, error) {
		if n > 15 {
			return 0, errStop
		}
		return uint8(n * n), nil
	}, cancel)
	for s := range squares {
		sum += int(s)
	}
	return
}

func main() {
	fmt.Println(run(strings.Fields("1 2 3 4 5 15")...))
	_, err := run("7", "x")
	var num *strconv.NumError
	fmt.Println(errors.As(err, &num), num.Func, num.Num, num.Err == strconv.ErrSyntax)
	_, err = run("16")
	fmt.Printf("%v %t %q\n", err, errors.Is(err, errStop), fmt.Sprint(errors.Unwrap(err)))
}
