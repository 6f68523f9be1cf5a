//how: synctest

package main

import (
	"context"
	"fmt"
	"sort"
	"sync"
	"time"
)

func node(ctx context.Context, name string, depth int, wg *sync.WaitGroup, out chan<- string) {
	defer wg.Done()
	if depth > 0 {
		for i := range 2 {
			wg.Add(1)
			child, cancel := context.WithCancel(ctx)
			defer cancel()
			go node(child, fmt.Sprintf("%s.%d", name, i), depth-1, wg, out)
		}
	}
	<-ctx.Done()
	out <- name
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	out := make(chan string, 20)
	var wg sync.WaitGroup
	wg.Add(1)
	go node(ctx, "root", 2, &wg, out)
	wg.Wait()
	close(out)
	var names []string
	for n := range out {
		names = append(names, n)
	}
	sort.Strings(names)
	fmt.Println(names)
}
