package main

import "sync"

func main() {
	var rw sync.RWMutex
	rw.RLock()
	done := make(chan bool)
	go func() {
		rw.Lock()
		done <- true
	}()
	<-done
}
