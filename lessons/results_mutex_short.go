package main

import (
	"context"
	"fmt"
	"sync"

	"brigade/library"
)

// One ledger, one pen, held no longer than an entry takes.
func FetchAll(ctx context.Context, sources []library.Source) map[string]library.Book {
	ledger := make(map[string]library.Book)
	var pen sync.Mutex
	var wg sync.WaitGroup

	for _, s := range sources {
		wg.Add(1)

		go func() {
			defer wg.Done()
			book, err := library.Fetch(ctx, s)
			if err != nil {
				return
			}
			library.Copy(book) // the long work, without the pen
			pen.Lock()
			defer pen.Unlock()
			ledger[s.Name] = book
		}()
	}

	wg.Wait()
	return ledger
}

func main() {
	ledger := FetchAll(context.Background(), library.Sources())
	fmt.Println(len(ledger), "books in the ledger")
}
