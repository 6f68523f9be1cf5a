package main

import (
	"fmt"
	"sync"
)

type Service struct {
	once sync.Once
	n    int
}

func (s *Service) init() { s.once.Do(func() { s.n++; fmt.Println("init") }) }

func main() {
	var s Service
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(s.init)
	}
	wg.Wait()
	fmt.Println(s.n)
	var once sync.Once
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		once.Do(func() { panic("in once") })
	}()
	once.Do(func() { fmt.Println("never") })
}
