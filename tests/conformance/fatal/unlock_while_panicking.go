// A deferred Unlock of what was never locked, in the middle of a panic: the fatal error tells of the panics too, without
// asking their values.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	defer mu.Unlock()
	defer func() {
		panic(fmt.Sprint("again: ", recover(), "\nand more"))
	}()
	panic(errors.New("boom"))
}
