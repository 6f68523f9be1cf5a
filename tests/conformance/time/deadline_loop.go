//how: synctest

package main

import (
	"fmt"
	"time"
)

func poll(every, limit time.Duration, ready func() bool) (int, error) {
	deadline := time.Now().Add(limit)
	for n := 1; ; n++ {
		if ready() {
			return n, nil
		}
		if time.Now().Add(every).After(deadline) {
			return n, fmt.Errorf("gave up after %v", limit)
		}
		time.Sleep(every)
	}
}

func main() {
	start := time.Now()
	fmt.Println(poll(time.Second, 10*time.Second, func() bool { return time.Since(start) > 3500*time.Millisecond }))
	fmt.Println(time.Since(start))
	fmt.Println(poll(300*time.Millisecond, time.Second, func() bool { return false }))
	fmt.Println(time.Since(start))
}
