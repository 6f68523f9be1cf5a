//how: synctest

package main

import (
	"fmt"
	"time"
)

func main() {
	for i := range 4 {
		go func() {
			for n := range 2 {
				time.Sleep(time.Duration(151-17*i) * time.Millisecond)
				fmt.Println("sleeper", i, "round", n)
			}
		}()
	}
	time.Sleep(110 * time.Millisecond)
	fmt.Println("main at 110ms")
	time.Sleep(time.Second - time.Millisecond/2)
}
