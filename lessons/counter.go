package main

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"brigade/library"
)

// Counts the books twice: with a plain variable, which is broken, and with an atomic one.
func CountBooks(ctx context.Context, sources []library.Source) (int, int64) {
	var plain int
	var tally atomic.Int64
	var wg sync.WaitGroup

	for _, s := range sources {
		wg.Add(1)

		go func() {
			defer wg.Done()
			if _, err := library.Fetch(ctx, s); err != nil {
				return
			}
			plain++      // read, add, write: three steps
			tally.Add(1) // one step
		}()
	}

	wg.Wait()
	return plain, tally.Load()
}

func main() {
	plain, tally := CountBooks(context.Background(), library.Sources())
	fmt.Println("plain:", plain, "atomic:", tally)
}
