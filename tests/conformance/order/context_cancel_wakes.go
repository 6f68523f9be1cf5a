//how: one_p

package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			<-ctx.Done()
			fmt.Println("stopped", i)
		})
	}
	runtime.Gosched()
	fmt.Println("cancel")
	cancel()
	wg.Wait()
}
