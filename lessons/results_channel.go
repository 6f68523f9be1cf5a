package main

import (
	"context"
	"fmt"
	"sync"

	"brigade/library"
)

// Everyone hands a book over the counter; main writes them down, one by one.
func FetchAll(ctx context.Context, sources []library.Source) map[string]library.Book {
	counter := make(chan library.Book)
	var wg sync.WaitGroup

	for _, s := range sources {
		wg.Add(1)

		go func() {
			defer wg.Done()
			book, err := library.Fetch(ctx, s)
			if err != nil {
				return
			}
			counter <- book
		}()
	}

	go func() {
		wg.Wait()
		close(counter) // ends the loop below
	}()

	ledger := make(map[string]library.Book)
	for book := range counter {
		library.Copy(book)
		ledger[sources[book.Source].Name] = book // only main writes: no lock
	}
	return ledger
}

func main() {
	ledger := FetchAll(context.Background(), library.Sources())
	fmt.Println(len(ledger), "books in the ledger")
}
