package main

import (
	"context"
	"fmt"
	"sync"

	"brigade/library"
)

// A wall of pigeon-holes: sync.Map looks after its own locks.
func FetchAll(ctx context.Context, sources []library.Source) *sync.Map {
	var holes sync.Map
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
			holes.Store(s.Name, book)
		}()
	}

	wg.Wait()
	return &holes
}

func main() {
	holes := FetchAll(context.Background(), library.Sources())

	found := 0
	holes.Range(func(name, value any) bool {
		book := value.(library.Book) // a sync.Map forgets the type
		if book.Title != "" {
			found++
		}
		return true
	})
	fmt.Println(found, "books in the pigeon-holes")
}
