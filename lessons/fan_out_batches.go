package main

import (
	"context"
	"fmt"
	"sync"

	"brigade/library"
)

// FetchBatch fans out to a few sources and waits for the slowest of them.
func FetchBatch(ctx context.Context, sources []library.Source, books []library.Book) {
	var wg sync.WaitGroup

	for i, s := range sources {
		wg.Add(1)

		go func() {
			defer wg.Done()
			book, err := library.Fetch(ctx, s)
			if err != nil {
				return
			}
			library.Copy(book)
			books[i] = book
		}()
	}

	wg.Wait()
}

// FetchAll takes the sources Workers at a time.
func FetchAll(ctx context.Context, sources []library.Source) []library.Book {
	books := make([]library.Book, len(sources))
	size := library.Workers()

	for i := 0; i < len(sources); i += size {
		end := min(i+size, len(sources))
		FetchBatch(ctx, sources[i:end], books[i:end])
	}

	return books
}

func main() {
	books := FetchAll(context.Background(), library.Sources())

	found := 0
	for _, book := range books {
		if book.Title != "" {
			found++
		}
	}
	fmt.Println(found, "books on the table")
}
