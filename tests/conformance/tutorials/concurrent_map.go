package main

import (
	"fmt"
	"strings"
	"sync"
)

type SafeMap[K comparable, V any] struct {
	mu sync.RWMutex
	m  map[K]V
}

func New[K comparable, V any]() *SafeMap[K, V] { return &SafeMap[K, V]{m: make(map[K]V)} }

func (s *SafeMap[K, V]) Set(k K, v V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.m[k] = v
}

func (s *SafeMap[K, V]) Get(k K) (V, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	v, ok := s.m[k]
	return v, ok
}

func (s *SafeMap[K, V]) Update(k K, f func(V, bool) V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	old, ok := s.m[k]
	s.m[k] = f(old, ok)
}

func main() {
	m := New[string, int]()
	var wg sync.WaitGroup
	words := strings.Fields("the cat and the dog and the bird")
	for _, w := range words {
		wg.Add(1)
		go func(w string) {
			defer wg.Done()
			m.Update(w, func(n int, _ bool) int { return n + 1 })
		}(w)
	}
	wg.Wait()
	m.Set("zebra", 9)
	for _, k := range []string{"the", "and", "cat", "zebra", "cow"} {
		v, ok := m.Get(k)
		fmt.Println(k, v, ok)
	}
}
