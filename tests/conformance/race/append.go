//how: race

package main

import (
	"fmt"
	"sync"
)

func main() {
	var s []int
	var wg sync.WaitGroup
	wg.Add(2)
	for i := range 2 {
		go func() {
			defer wg.Done()
			s = append(s, i)
		}()
	}
	wg.Wait()
	fmt.Println("appended")
}
