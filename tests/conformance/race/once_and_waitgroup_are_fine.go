//how: race

package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	var cfg map[string]int
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() {
			once.Do(func() { cfg = map[string]int{"a": 1} })
			_ = cfg["a"]
		})
	}
	wg.Wait()
	cfg["b"] = 2
	fmt.Println(cfg)
}
