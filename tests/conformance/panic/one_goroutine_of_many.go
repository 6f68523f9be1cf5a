package main

import (
	"fmt"
	"time"
)

func main() {
	for i := range 3 {
		go func() {
			time.Sleep(time.Duration(i+1) * time.Millisecond)
			if i == 1 {
				panic(fmt.Errorf("goroutine %d", i))
			}
		}()
	}
	time.Sleep(50 * time.Millisecond)
}
