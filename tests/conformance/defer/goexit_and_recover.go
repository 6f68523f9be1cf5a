package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		defer func() { fmt.Println("recover in goexit:", recover()) }()
		runtime.Goexit()
	}()
	wg.Done()
	wg.Wait()
	done := make(chan struct{})
	go func() {
		defer close(done)
		func() {
			defer func() {
				recover()
			}()
			defer runtime.Goexit()
			panic("swallowed by goexit")
		}()
		fmt.Println("unreachable")
	}()
	<-done
	fmt.Println("main continues", runtime.NumGoroutine())
}
