//how: synctest

package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type result struct {
	data string
	err  error
}

func fetch(ctx context.Context, name string, d time.Duration) (string, error) {
	select {
	case <-time.After(d):
		return name + " ok", nil
	case <-ctx.Done():
		return "", fmt.Errorf("%s: %w", name, ctx.Err())
	}
}

func main() {
	start := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), 350*time.Millisecond)
	defer cancel()
	results := make([]result, 5)
	var wg sync.WaitGroup
	for i := range results {
		wg.Add(1)
		go func() {
			defer wg.Done()
			data, err := fetch(ctx, fmt.Sprintf("source%d", i), time.Duration(i+1)*100*time.Millisecond)
			results[i] = result{data, err}
		}()
	}
	wg.Wait()
	for _, r := range results {
		if errors.Is(r.err, context.DeadlineExceeded) {
			fmt.Println("timed out:", r.err)
			continue
		}
		fmt.Println(r.data)
	}
	fmt.Println(time.Since(start))
}
