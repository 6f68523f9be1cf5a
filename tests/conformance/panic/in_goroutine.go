package main

import "fmt"

func main() {
	done := make(chan bool)
	go func() {
		defer fmt.Println("goroutine's deferred")
		panic("in goroutine")
	}()
	<-done
}
