// Row A: orders go through one unbuffered channel to 50 workers; the middle part of each needs one of 20 connections.
// It prints its makespan in ns.
package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	orders      = 1_000_000
	workers     = 50
	connections = 20
)

func main() {
	service := quantiles(100 * time.Millisecond)
	tasks := make(chan time.Duration)
	busy := make(chan struct{}, connections)
	start := time.Now()
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for s := range tasks {
				time.Sleep(s / 4)
				busy <- struct{}{}
				time.Sleep(s / 2)
				<-busy
				time.Sleep(s - s/4 - s/2)
			}
		}()
	}
	for i := range orders {
		h := (uint32(i) + 1) * 2654435761 // with this 1, no two things ever happen at once
		tasks <- service[h>>20] + time.Duration(h&0xffffff)
	}
	close(tasks)
	wg.Wait()
	fmt.Println(time.Since(start).Nanoseconds())
}

// The 4,096 quantiles of an exponential distribution.
func quantiles(mean time.Duration) []time.Duration {
	all := make([]time.Duration, 4096)
	for i := range all {
		all[i] = time.Duration(float64(mean) * -ln(1-(float64(i)+0.5)/4096))
	}
	return all
}

// The logarithm, from arithmetic that is the same everywhere.
func ln(x float64) float64 {
	k := 0.0
	for x < 0.5 {
		x *= 2
		k++
	}
	z := (x - 1) / (x + 1)
	square, term, sum := z*z, z, 0.0
	for n := 1.0; n < 40; n += 2 {
		sum += term / n
		term *= square
	}
	return 2*sum - k*0.6931471805599453
}
