package main

import (
	"fmt"
	"sort"
	"sync"
)

func main() {
	var m sync.Map
	m.Store("a", 1)
	v, ok := m.Load("a")
	fmt.Println(v, ok)
	v, ok = m.Load("b")
	fmt.Println(v, ok)
	v, loaded := m.LoadOrStore("a", 2)
	fmt.Println(v, loaded)
	v, loaded = m.LoadOrStore("b", 2)
	fmt.Println(v, loaded)
	v, loaded = m.LoadAndDelete("a")
	fmt.Println(v, loaded)
	m.Delete("nope")
	fmt.Println(m.Swap("b", 3))
	fmt.Println(m.CompareAndSwap("b", 3, 4), m.CompareAndSwap("b", 3, 5), m.CompareAndDelete("b", 1))
	m.Store(1, "int key")
	n := 0
	m.Range(func(k, v any) bool { n++; return true })
	fmt.Println(n)
	n = 0
	m.Range(func(k, v any) bool { n++; return false })
	fmt.Println(n)
	m.Clear()
	_, ok = m.Load(1)
	fmt.Println(ok)
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Go(func() { m.Store(i%10, i) })
	}
	wg.Wait()
	var keys []int
	m.Range(func(k, _ any) bool { keys = append(keys, k.(int)); return true })
	sort.Ints(keys)
	fmt.Println(keys)
}
