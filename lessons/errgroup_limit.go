package main

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"

	"brigade/library"
)

// All or nothing, and never more than Workers at once.
func FetchAll(ctx context.Context, sources []library.Source) ([]library.Book, error) {
	books := make([]library.Book, len(sources))
	g, ctx := errgroup.WithContext(ctx) // the first error calls the others back
	g.SetLimit(library.Workers())

	for i, s := range sources {
		g.Go(func() error { // waits here while as many as allowed are out
			book, err := library.Fetch(ctx, s)
			if err != nil {
				return err
			}
			library.Copy(book)
			books[i] = book
			return nil
		})
	}

	return books, g.Wait() // the first error, if any
}

func main() {
	books, err := FetchAll(context.Background(), library.Sources())
	if err != nil {
		fmt.Println("nothing:", err)
		return
	}
	fmt.Println(len(books), "books on the table")
}
