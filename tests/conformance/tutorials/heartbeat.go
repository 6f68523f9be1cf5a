//how: synctest

package main

import (
	"fmt"
	"time"
)

func doWork(done <-chan struct{}, pulse time.Duration) (<-chan struct{}, <-chan int) {
	heartbeat := make(chan struct{}, 1)
	results := make(chan int)
	go func() {
		defer close(heartbeat)
		defer close(results)
		beat := time.NewTicker(pulse)
		defer beat.Stop()
		work := time.NewTicker(2*pulse + time.Millisecond)
		defer work.Stop()
		n := 0
		for {
			select {
			case <-done:
				return
			case <-beat.C:
				select {
				case heartbeat <- struct{}{}:
				default:
				}
			case <-work.C:
				n++
				select {
				case results <- n:
				case <-done:
					return
				}
			}
		}
	}()
	return heartbeat, results
}

func main() {
	start := time.Now()
	done := make(chan struct{})
	time.AfterFunc(5500*time.Millisecond, func() { close(done) })
	beats, results := doWork(done, time.Second)
	for {
		select {
		case _, ok := <-beats:
			if !ok {
				fmt.Println("stopped at", time.Since(start))
				return
			}
			fmt.Println("pulse", time.Since(start))
		case r, ok := <-results:
			if !ok {
				results = nil
				continue
			}
			fmt.Println("result", r, time.Since(start))
		}
	}
}
