package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"brigade/library"
)

// FetchAll returns what is back when the bell rings.
func FetchAll(ctx context.Context, sources []library.Source) ([]library.Book, []error) {
	if bell := library.Deadline(); bell > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, bell)
		defer cancel()
	}

	books := make([]library.Book, len(sources))
	errs := make([]error, len(sources))
	var wg sync.WaitGroup

	for i, s := range sources {
		wg.Add(1)

		go func() {
			defer wg.Done()
			books[i], errs[i] = library.Fetch(ctx, s) // turns back at the bell
		}()
	}

	wg.Wait()
	return books, errs
}

func main() {
	books, errs := FetchAll(context.Background(), library.Sources())

	found, late := 0, 0
	for _, err := range errs {
		if errors.Is(err, context.DeadlineExceeded) {
			late++
		} else if err == nil {
			found++
		}
	}
	fmt.Println(found, "of", len(books), "in time,", late, "cut off")
}
