package main

import (
	"context"
	"fmt"
	"sync"

	"brigade/library"
)

// Fan-out: a goroutine for each source. Fan-in: a slot for each result.
func FetchAll(ctx context.Context, sources []library.Source) []library.Book {
	books := make([]library.Book, len(sources)) // one slot each
	var wg sync.WaitGroup

	for i, s := range sources {
		wg.Add(1)

		go func() {
			defer wg.Done()
			book, err := library.Fetch(ctx, s)
			if err != nil {
				return // its slot stays empty
			}
			library.Copy(book)
			books[i] = book // nobody else writes here
		}()
	}

	wg.Wait()
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
