//how: synctest

package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type Job struct {
	name  string
	every time.Duration
}

func schedule(ctx context.Context, jobs []Job, run func(Job)) {
	var wg sync.WaitGroup
	for _, j := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			t := time.NewTicker(j.every)
			defer t.Stop()
			for {
				select {
				case <-ctx.Done():
					return
				case <-t.C:
					run(j)
				}
			}
		}()
	}
	wg.Wait()
}

func main() {
	start := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second+time.Millisecond)
	defer cancel()
	var mu sync.Mutex
	counts := map[string]int{}
	schedule(ctx, []Job{{"fast", time.Second}, {"slow", 3 * time.Second}, {"never", time.Minute}}, func(j Job) {
		mu.Lock()
		defer mu.Unlock()
		counts[j.name]++
	})
	fmt.Println(counts, time.Since(start))
}
