//how: race

package main

import (
	"fmt"
	"sync"
)

func main() {
	s := make([]int, 2)
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); s[0] = 1 }()
	go func() { defer wg.Done(); s[0] = 2 }()
	wg.Wait()
	fmt.Println(len(s))
}
