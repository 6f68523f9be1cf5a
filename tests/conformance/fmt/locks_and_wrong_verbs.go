// Structs with locks in them, printed; and verbs that don't go with a part of what they are given.
package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type counter struct {
	mu sync.Mutex
	n  int
}

type cache struct {
	sync.RWMutex
	m    map[string]int
	once sync.Once
}

type stats struct {
	hits   atomic.Int64
	misses atomic.Int32
	open   atomic.Bool
	last   atomic.Value
	p      atomic.Pointer[int]
	u      atomic.Uint64
}

type pair struct {
	a int
	s string
}

type errno int

func (e errno) Error() string { return fmt.Sprint("errno ", int(e)) }

type deep struct {
	P   pair
	all []any
	err error
	d   time.Duration
}

func main() {
	var c counter
	c.mu.Lock()
	fmt.Printf("%v %+v\n", &c, &c)
	c.mu.Unlock()
	fmt.Println(&c)
	var k cache
	k.RLock()
	k.once.Do(func() {})
	fmt.Printf("%v %+v\n", &k, &k)
	var wg sync.WaitGroup
	wg.Add(3)
	wg.Done()
	fmt.Printf("%v %+v\n", &wg, &wg)
	var s stats
	s.hits.Store(5)
	s.open.Store(true)
	s.last.Store("x")
	fmt.Printf("%v %+v\n", &s, &s)

	fmt.Printf("%s %d %x %q\n", pair{1, "b"}, pair{1, "b"}, pair{1, "b"}, pair{1, "b"})
	fmt.Printf("%d %s\n", &pair{1, "b"}, []pair{{1, "b"}})
	fmt.Printf("%d %t\n", errors.New("x"), errors.New("y"))
	fmt.Printf("%d %s %t\n", []string{"a"}, []int{1}, map[string]int{"a": 1})
	fmt.Printf("%d\n", deep{pair{2, "c"}, []any{1, "two", nil, 3.5}, errno(4), time.Second})
	fmt.Printf("%s\n", deep{pair{2, "c"}, []any{1, "two", nil, 3.5}, nil, time.Second})
	fmt.Printf("%d %f %s\n", struct{ E error }{errno(4)}, []any{1, true}, [2]bool{true})
}
