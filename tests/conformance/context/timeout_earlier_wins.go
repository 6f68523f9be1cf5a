//how: synctest

package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	parent, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	child, cancel2 := context.WithTimeout(parent, time.Minute)
	defer cancel2()
	d, _ := child.Deadline()
	fmt.Println(d.Sub(start))
	<-child.Done()
	fmt.Println(time.Since(start), child.Err())
	a, stopA := context.WithTimeout(context.Background(), time.Second)
	stopA()
	fmt.Println(a.Err())
	time.Sleep(2 * time.Second)
	fmt.Println(a.Err())
}
