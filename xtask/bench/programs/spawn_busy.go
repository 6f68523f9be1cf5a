// Row B without sleeps.
package main

import (
	"fmt"
	"sync"
)

const (
	orders      = 1_000_000
	connections = 20
)

func main() {
	busy := make(chan struct{}, connections)
	served := make([]bool, orders)
	var wg sync.WaitGroup
	for i := range orders {
		wg.Add(1)
		go func() {
			defer wg.Done()
			busy <- struct{}{}
			served[i] = true
			<-busy
		}()
	}
	wg.Wait()
	total := 0
	for _, done := range served {
		if done {
			total++
		}
	}
	fmt.Println(total)
}
