//how: synctest

package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	t := time.NewTicker(100 * time.Millisecond)
	for i := range 3 {
		now := <-t.C
		fmt.Println(i, now.Sub(start))
	}
	time.Sleep(450 * time.Millisecond)
	<-t.C
	fmt.Println("late", time.Since(start))
	<-t.C
	fmt.Println("next", time.Since(start))
	t.Reset(time.Second)
	<-t.C
	fmt.Println("reset", time.Since(start))
	t.Stop()
	select {
	case <-t.C:
		fmt.Println("never")
	case <-time.After(5 * time.Second):
		fmt.Println("stopped", time.Since(start))
	}
	n := 0
	for range time.Tick(time.Minute) {
		n++
		if n == 3 {
			break
		}
	}
	fmt.Println(time.Since(start))
}
