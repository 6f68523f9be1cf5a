//how: race

package main

import (
	"fmt"
	"sync"
)

func main() {
	s := make([]int, 10)
	var wg sync.WaitGroup
	for i := range s {
		wg.Go(func() { s[i] = i })
	}
	wg.Wait()
	fmt.Println(s)
}
