package main

import (
	"context"
	"fmt"

	"brigade/library"
)

// You walk to one shelf after another.
func FetchAll(ctx context.Context, sources []library.Source) []library.Book {
	var books []library.Book

	for _, s := range sources {
		book, err := library.Fetch(ctx, s)
		if err != nil {
			continue // go on without it
		}
		library.Copy(book)
		books = append(books, book)
	}

	return books
}

func main() {
	books := FetchAll(context.Background(), library.Sources())
	fmt.Println(len(books), "books on the table")
}
