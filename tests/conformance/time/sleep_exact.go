//how: synctest

package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(1500 * time.Millisecond)
	fmt.Println(time.Since(start))
	time.Sleep(0)
	time.Sleep(-time.Second)
	fmt.Println(time.Since(start), time.Now().Sub(start))
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() { time.Sleep(time.Duration(i+1) * 100 * time.Millisecond) })
	}
	wg.Wait()
	fmt.Println(time.Since(start))
	time.Sleep(24 * time.Hour)
	fmt.Println(time.Since(start))
}
