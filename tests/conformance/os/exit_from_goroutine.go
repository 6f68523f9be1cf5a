package main

import (
	"fmt"
	"os"
	"sync"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	go func() {
		fmt.Fprintln(os.Stderr, "fatal problem")
		os.Exit(7)
	}()
	mu.Lock()
}
