//how: synctest

package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type Queue struct {
	mu    sync.Mutex
	cond  *sync.Cond
	items []int
	cap   int
}

func NewQueue(n int) *Queue {
	q := &Queue{cap: n}
	q.cond = sync.NewCond(&q.mu)
	return q
}
func (q *Queue) Put(v int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == q.cap {
		q.cond.Wait()
	}
	q.items = append(q.items, v)
	q.cond.Broadcast()
}
func (q *Queue) Get() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.cond.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	q.cond.Broadcast()
	return v
}

type SafeCounter struct {
	sync.RWMutex
	m map[string]int
}

func (c *SafeCounter) Inc(k string) {
	c.Lock()
	c.m[k]++
	c.Unlock()
}
func (c *SafeCounter) Get(k string) int {
	c.RLock()
	defer c.RUnlock()
	return c.m[k]
}
func main() {
	q := NewQueue(2)
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := range 6 {
			q.Put(i)
		}
	})
	sum := 0
	for range 6 {
		sum += q.Get()
	}
	wg.Wait()
	fmt.Println(sum)
	sc := SafeCounter{m: map[string]int{}}
	for range 100 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sc.Inc("a")
		}()
	}
	wg.Wait()
	fmt.Println(sc.Get("a"))
	var once sync.Once
	for range 3 {
		wg.Go(func() { once.Do(func() { fmt.Println("once") }) })
	}
	wg.Wait()
	ov := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(ov(), ov())
	ovs := sync.OnceValues(func() (int, error) { return 1, nil })
	fmt.Println(ovs())
	of := sync.OnceFunc(func() { panic("once panic") })
	for range 2 {
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			of()
		}()
	}
	var m sync.Map
	m.Store("a", 1)
	m.Store("b", 2)
	v, ok := m.Load("a")
	fmt.Println(v, ok)
	act, loaded := m.LoadOrStore("a", 9)
	fmt.Println(act, loaded)
	act, loaded = m.LoadOrStore("c", 9)
	fmt.Println(act, loaded)
	v, ok = m.LoadAndDelete("b")
	fmt.Println(v, ok)
	pv, ok := m.Swap("a", 10)
	fmt.Println(pv, ok, m.CompareAndSwap("a", 10, 11), m.CompareAndDelete("a", 5))
	n := 0
	m.Range(func(k, v any) bool { n++; return true })
	fmt.Println(n)
	m.Clear()
	m.Delete("x")
	p := sync.Pool{New: func() any { fmt.Println("new"); return new(int) }}
	x := p.Get().(*int)
	*x = 5
	p.Put(x)
	fmt.Println(*p.Get().(*int))
	var a32 int32
	atomic.AddInt32(&a32, 5)
	fmt.Println(atomic.CompareAndSwapInt32(&a32, 5, 7), atomic.LoadInt32(&a32), atomic.SwapInt32(&a32, 1))
	var ab atomic.Bool
	ab.Store(true)
	fmt.Println(ab.Load(), ab.Swap(false), ab.CompareAndSwap(false, true))
	var ap atomic.Pointer[string]
	fmt.Println(ap.Load() == nil)
	s := "hi"
	ap.Store(&s)
	fmt.Println(*ap.Load())
	var av atomic.Value
	fmt.Println(av.Load())
	av.Store([]int{1})
	fmt.Println(av.Load().([]int))
	var ai atomic.Int64
	for range 10 {
		wg.Go(func() { ai.Add(2) })
	}
	wg.Wait()
	fmt.Println(ai.Load(), ai.And(4), ai.Or(3), ai.Load())
	var mu sync.Mutex
	fmt.Println(mu.TryLock(), mu.TryLock())
	mu.Unlock()
	var rw sync.RWMutex
	fmt.Println(rw.TryRLock(), rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	l := rw.RLocker()
	l.Lock()
	l.Unlock()
	ready := make(chan struct{})
	cond := sync.NewCond(&sync.Mutex{})
	cnt := 0
	for i := range 3 {
		wg.Go(func() {
			cond.L.Lock()
			cnt++
			if cnt == 3 {
				close(ready)
			}
			cond.Wait()
			fmt.Println("woke", i >= 0)
			cond.L.Unlock()
		})
	}
	<-ready
	cond.L.Lock()
	cond.Broadcast()
	cond.L.Unlock()
	wg.Wait()
	start := time.Now()
	sem := make(chan struct{}, 2)
	for range 6 {
		wg.Go(func() {
			sem <- struct{}{}
			defer func() { <-sem }()
			time.Sleep(100 * time.Millisecond)
		})
	}
	wg.Wait()
	fmt.Println(time.Since(start))
}
