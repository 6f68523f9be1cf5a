package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	log := make(chan string, 10)
	mu.RLock()
	go func() {
		mu.Lock()
		log <- "writer"
		mu.Unlock()
	}()
	time.Sleep(20 * time.Millisecond)
	go func() {
		mu.RLock()
		log <- "late reader"
		mu.RUnlock()
	}()
	time.Sleep(20 * time.Millisecond)
	fmt.Println(len(log), mu.TryRLock())
	mu.RUnlock()
	fmt.Println(<-log)
	fmt.Println(<-log)
}
