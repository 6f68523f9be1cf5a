//how: one_p

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	gate := make(chan struct{})
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			<-gate
			fmt.Println("through", i)
		})
	}
	runtime.Gosched()
	fmt.Println("opening")
	close(gate)
	wg.Wait()
}
