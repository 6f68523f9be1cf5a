//how: synctest

package main

import (
	"fmt"
	"sync"
	"time"
)

func task(id int, d time.Duration, wg *sync.WaitGroup, mu *sync.Mutex, log *[]string, start time.Time) {
	defer wg.Done()
	time.Sleep(d)
	mu.Lock()
	*log = append(*log, fmt.Sprintf("%v task %d", time.Since(start), id))
	mu.Unlock()
}

func main() {
	start := time.Now()
	var wg sync.WaitGroup
	var mu sync.Mutex
	var log []string
	for i, d := range []int{300, 100, 250} {
		wg.Add(1)
		go task(i, time.Duration(d)*time.Millisecond, &wg, &mu, &log, start)
	}
	wg.Wait()
	for _, l := range log {
		fmt.Println(l)
	}
	fmt.Println("total", time.Since(start))
}
