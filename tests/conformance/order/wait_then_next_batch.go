//how: one_p

package main

import (
	"fmt"
	"sync"
)

func main() {
	for batch := range 2 {
		var wg sync.WaitGroup
		for i := range 3 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				fmt.Println("batch", batch, "task", i)
			}()
		}
		wg.Wait()
		fmt.Println("batch", batch, "done")
	}
}
