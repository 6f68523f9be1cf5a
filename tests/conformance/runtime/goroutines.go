package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println(runtime.NumGoroutine())
	stop := make(chan bool)
	for range 5 {
		go func() { <-stop }()
	}
	fmt.Println(runtime.NumGoroutine())
	close(stop)
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	fmt.Println(runtime.NumGoroutine())
	fmt.Println(runtime.NumCPU() > 0, runtime.GOMAXPROCS(0) > 0)
	prev := runtime.GOMAXPROCS(2)
	fmt.Println(prev > 0, runtime.GOMAXPROCS(prev))
	fmt.Println(runtime.GOOS, runtime.GOARCH)
	runtime.GC()
}
