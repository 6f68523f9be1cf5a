//how: synctest

package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	done := make(chan bool)
	time.AfterFunc(2*time.Second, func() {
		fmt.Println("fired at", time.Since(start))
		done <- true
	})
	stopped := time.AfterFunc(time.Second, func() { fmt.Println("never") })
	fmt.Println(stopped.Stop(), stopped.Stop())
	<-done
	t := time.AfterFunc(time.Hour, func() { done <- false })
	fmt.Println(t.Reset(time.Second))
	<-done
	fmt.Println(time.Since(start), t.Reset(time.Second))
	<-done
	fmt.Println(time.Since(start), t.Stop())
}
