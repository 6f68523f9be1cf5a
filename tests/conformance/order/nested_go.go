//how: one_p

package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(6)
	for i := range 2 {
		go func() {
			fmt.Println("outer", i)
			for j := range 2 {
				go func() {
					fmt.Println("inner", i, j)
					wg.Done()
				}()
			}
			fmt.Println("outer ends", i)
			wg.Done()
		}()
	}
	wg.Wait()
}
