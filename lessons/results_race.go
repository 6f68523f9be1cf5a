package main

import (
	"context"
	"fmt"
	"sync"

	"brigade/library"
)

// Broken: everyone writes into one map, and nobody holds a lock.
func FetchAll(ctx context.Context, sources []library.Source) map[string]library.Book {
	ledger := make(map[string]library.Book)
	var wg sync.WaitGroup

	for _, s := range sources {
		wg.Add(1)

		go func() {
			defer wg.Done()
			book, err := library.Fetch(ctx, s)
			if err != nil {
				return
			}
			library.Copy(book)
			ledger[s.Name] = book // two pens on one page
		}()
	}

	wg.Wait()
	return ledger
}

func main() {
	ledger := FetchAll(context.Background(), library.Sources())
	fmt.Println(len(ledger), "books in the ledger")
}
