package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan string)
	go func() {
		defer func() { done <- fmt.Sprint("deferred ", recover()) }()
		runtime.Goexit()
		done <- "never"
	}()
	fmt.Println(<-done)
}
