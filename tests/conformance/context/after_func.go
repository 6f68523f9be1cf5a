//how: synctest

package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	done := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		fmt.Println("after", time.Since(start))
		close(done)
	})
	<-done
	fmt.Println(stop())
	ctx2, cancel2 := context.WithCancel(context.Background())
	stop2 := context.AfterFunc(ctx2, func() { fmt.Println("never") })
	fmt.Println(stop2(), stop2())
	cancel2()
	time.Sleep(time.Second)
}
