//how: synctest

package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	t := time.NewTimer(time.Second)
	at := <-t.C
	fmt.Println(at.Sub(start), t.Stop(), t.Reset(time.Second))
	fmt.Println(t.Stop())
	select {
	case <-t.C:
		fmt.Println("never")
	default:
		fmt.Println("stopped, nothing in the channel")
	}
	t.Reset(3 * time.Second)
	time.Sleep(5 * time.Second)
	fmt.Println(t.Reset(time.Second))
	<-t.C
	fmt.Println(time.Since(start))
	u := time.NewTimer(0)
	<-u.C
	fmt.Println(time.Since(start))
}
