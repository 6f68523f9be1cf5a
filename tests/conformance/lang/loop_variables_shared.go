//go:build go1.21

package main

import (
	"fmt"
	"sync"
)

func main() {
	var fs []func()
	for i := 0; i < 3; i++ {
		fs = append(fs, func() { fmt.Print(i, " ") })
	}
	for _, f := range fs {
		f()
	}
	var wg sync.WaitGroup
	results := make([]int, 3)
	for i, s := range []string{"a", "b", "c"} {
		fs = append(fs, func() { fmt.Print(i, s, " ") })
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			results[i] = i
		}(i)
	}
	wg.Wait()
	for _, f := range fs[3:] {
		f()
	}
	fmt.Println(results)
}
