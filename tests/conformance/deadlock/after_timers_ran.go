package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	time.AfterFunc(5*time.Millisecond, func() { fmt.Println("timer") })
	<-ch
}
