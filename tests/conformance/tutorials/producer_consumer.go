package main

import (
	"fmt"
	"sort"
	"sync"
)

func producer(id, n int, ch chan<- string, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := range n {
		ch <- fmt.Sprintf("p%d-%d", id, i)
	}
}

func main() {
	ch := make(chan string, 2)
	var producers, consumers sync.WaitGroup
	for p := range 3 {
		producers.Add(1)
		go producer(p, 4, ch, &producers)
	}
	var mu sync.Mutex
	var got []string
	for range 2 {
		consumers.Add(1)
		go func() {
			defer consumers.Done()
			for item := range ch {
				mu.Lock()
				got = append(got, item)
				mu.Unlock()
			}
		}()
	}
	producers.Wait()
	close(ch)
	consumers.Wait()
	sort.Strings(got)
	fmt.Println(len(got), got)
}
