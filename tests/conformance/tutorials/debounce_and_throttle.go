//how: synctest

package main

import (
	"fmt"
	"time"
)

func debounce(in <-chan string, d time.Duration) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		var last string
		var timer <-chan time.Time
		for {
			select {
			case s, ok := <-in:
				if !ok {
					if timer != nil {
						out <- last
					}
					return
				}
				last, timer = s, time.After(d)
			case <-timer:
				out <- last
				timer = nil
			}
		}
	}()
	return out
}

func main() {
	start := time.Now()
	in := make(chan string)
	go func() {
		defer close(in)
		for i, gap := range []int{10, 20, 30, 200, 15, 300, 5} {
			time.Sleep(time.Duration(gap) * time.Millisecond)
			in <- fmt.Sprint("key", i)
		}
	}()
	for s := range debounce(in, 100*time.Millisecond) {
		fmt.Println(s, time.Since(start))
	}
}
