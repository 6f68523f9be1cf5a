//how: synctest

package main

import (
	"context"
	"fmt"
	"golang.org/x/sync/semaphore"
	"sync"
	"time"
)

func main() {
	start := time.Now()
	sem := semaphore.NewWeighted(3)
	ctx := context.Background()
	var wg sync.WaitGroup
	for i := range 6 {
		if err := sem.Acquire(ctx, 1); err != nil {
			fmt.Println(err)
		}
		wg.Go(func() {
			defer sem.Release(1)
			time.Sleep(time.Second)
			_ = i
		})
	}
	wg.Wait()
	fmt.Println(time.Since(start))
	fmt.Println(sem.TryAcquire(3), sem.TryAcquire(1))
	short, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	fmt.Println(sem.Acquire(short, 1), time.Since(start))
	sem.Release(3)
	defer func() { fmt.Println(recover()) }()
	sem.Release(1)
}
