package main

import (
	"fmt"
	"sync"
)

type op struct {
	kind  string
	key   string
	val   int
	reply chan int
}

type Store struct{ ops chan op }

func NewStore() *Store {
	s := &Store{make(chan op)}
	go s.run()
	return s
}

func (s *Store) run() {
	data := map[string]int{}
	for o := range s.ops {
		switch o.kind {
		case "get":
			o.reply <- data[o.key]
		case "add":
			data[o.key] += o.val
			o.reply <- data[o.key]
		case "len":
			o.reply <- len(data)
		default:
			o.reply <- -1
		}
	}
}

func (s *Store) Do(kind, key string, val int) int {
	r := make(chan int)
	s.ops <- op{kind, key, val, r}
	return <-r
}

func main() {
	s := NewStore()
	var wg sync.WaitGroup
	for i := range 30 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.Do("add", string(rune('a'+i%3)), i)
		}()
	}
	wg.Wait()
	fmt.Println(s.Do("get", "a", 0), s.Do("get", "b", 0), s.Do("get", "c", 0), s.Do("len", "", 0), s.Do("?", "", 0))
}
