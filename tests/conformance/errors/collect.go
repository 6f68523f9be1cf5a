package main

import (
	"errors"
	"fmt"
	"sync"
)

func check(i int) error {
	if i%3 == 0 {
		return fmt.Errorf("item %d: %w", i, errors.ErrUnsupported)
	}
	return nil
}

func main() {
	errs := make([]error, 10)
	var wg sync.WaitGroup
	for i := range errs {
		wg.Go(func() { errs[i] = check(i) })
	}
	wg.Wait()
	err := errors.Join(errs...)
	fmt.Println(err)
	fmt.Println(errors.Is(err, errors.ErrUnsupported))
}
