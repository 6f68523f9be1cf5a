//how: synctest

package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	for _, n := range []int{30, 10, 20, 50, 40} {
		wg.Go(func() {
			time.Sleep(time.Duration(n) * time.Millisecond)
			fmt.Println(n)
		})
	}
	wg.Wait()
}
