//how: parallel

package main

import (
	"fmt"
	"sync"
)

func main() {
	m := map[int]int{}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for j := range 100000 {
				m[j%100] = i
			}
		})
	}
	wg.Wait()
	fmt.Println("survived")
}
