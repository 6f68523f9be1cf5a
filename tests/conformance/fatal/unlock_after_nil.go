package main

import "sync"

type account struct{ balance int }

func main() {
	var mu sync.RWMutex
	var a *account
	defer mu.RUnlock()
	a.balance++
}
