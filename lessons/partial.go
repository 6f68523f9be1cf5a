package main

import (
	"context"
	"fmt"
	"sync"

	"brigade/library"
)

// FetchAll returns a book or an error for each source, in their order.
func FetchAll(ctx context.Context, sources []library.Source) ([]library.Book, []error) {
	books := make([]library.Book, len(sources))
	errs := make([]error, len(sources)) // one each, like the books
	var wg sync.WaitGroup

	for i, s := range sources {
		wg.Add(1)

		go func() {
			defer wg.Done()
			books[i], errs[i] = library.Fetch(ctx, s)
		}()
	}

	wg.Wait()
	return books, errs
}

func main() {
	books, errs := FetchAll(context.Background(), library.Sources())

	found := 0
	for i := range books {
		if errs[i] != nil {
			fmt.Println("without", errs[i]) // say what is missing
			continue
		}
		found++ // and use what is there
	}
	fmt.Println(found, "of", len(books), "answered")
}
