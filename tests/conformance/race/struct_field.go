//how: race

package main

import (
	"fmt"
	"sync"
)

type T struct{ a, b int }

func main() {
	t := &T{}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); t.a = 1 }()
	go func() { defer wg.Done(); t.b = 1 }()
	wg.Wait()
	fmt.Println(*t)
}
