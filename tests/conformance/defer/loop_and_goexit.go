package main

import (
	"fmt"
	"runtime"
	"sync"
)

func worker(wg *sync.WaitGroup, out *[]string) {
	defer wg.Done()
	defer func() { *out = append(*out, "deferred ran", fmt.Sprint(recover())) }()
	func() {
		defer func() { *out = append(*out, "inner deferred") }()
		runtime.Goexit()
	}()
	*out = append(*out, "never")
}

func main() {
	var wg sync.WaitGroup
	var out []string
	wg.Add(1)
	go worker(&wg, &out)
	wg.Wait()
	for _, s := range out {
		fmt.Println(s)
	}
}
