//how: synctest

package main

import (
	"fmt"
	"time"
)

func main() {
	out := make(chan string, 10)
	for _, name := range []string{"a", "b", "c"} {
		go func() {
			time.Sleep(time.Second)
			out <- name
		}()
	}
	time.Sleep(2 * time.Second)
	close(out)
	n := 0
	for range out {
		n++
	}
	fmt.Println(n)
}
