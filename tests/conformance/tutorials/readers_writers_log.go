package main

import (
	"fmt"
	"sync"
)

type Entry struct {
	who  string
	kind string
}

type Journal struct {
	mu      sync.RWMutex
	entries []Entry
}

func (j *Journal) Add(e Entry) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.entries = append(j.entries, e)
}

func (j *Journal) Count(kind string) (n int) {
	j.mu.RLock()
	defer j.mu.RUnlock()
	for _, e := range j.entries {
		if e.kind == kind {
			n++
		}
	}
	return
}

func main() {
	var j Journal
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func(id int) {
			defer wg.Done()
			for k := range 5 {
				kind := "odd"
				if k%2 == 0 {
					kind = "even"
				}
				j.Add(Entry{fmt.Sprint("w", id), kind})
				_ = j.Count(kind)
			}
		}(i)
	}
	wg.Wait()
	fmt.Println(j.Count("even"), j.Count("odd"), len(j.entries))
}
