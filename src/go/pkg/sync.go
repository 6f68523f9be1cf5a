// Package sync has locks, and what waits for goroutines.
package sync

import "sync/atomic"

// Locker is what can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// Mutex lets one goroutine at a time go on.
type Mutex struct {
	_  noCopy
	mu mutex
}

type mutex struct {
	state int32
	sema  uint32
}

// noCopy takes no room; it is in what must not be copied, as under Go, so that it prints alike.
type noCopy struct{}

// Lock locks m; where it is locked, it waits.
func (m *Mutex) Lock()

// TryLock locks m unless it is locked, and reports whether it did.
func (m *Mutex) TryLock() bool

// Unlock unlocks m.
func (m *Mutex) Unlock()

// RWMutex lets many readers or one writer go on.
type RWMutex struct {
	w           Mutex
	writerSem   uint32
	readerSem   uint32
	readerCount atomic.Int32
	readerWait  atomic.Int32
}

// Lock locks rw for writing.
func (rw *RWMutex) Lock()

// TryLock locks rw for writing unless it is locked, and reports whether it did.
func (rw *RWMutex) TryLock() bool

// Unlock unlocks rw for writing.
func (rw *RWMutex) Unlock()

// RLock locks rw for reading.
func (rw *RWMutex) RLock()

// TryRLock locks rw for reading unless somebody writes or is about to, and reports whether it did.
func (rw *RWMutex) TryRLock() bool

// RUnlock undoes one RLock.
func (rw *RWMutex) RUnlock()

// RLocker returns a Locker that locks rw for reading.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// WaitGroup counts what is still to be done.
type WaitGroup struct {
	noCopy noCopy
	state  atomic.Uint64
	sema   uint32
}

// Add adds delta to the counter. At 0, all that wait go on; below 0 it panics.
func (wg *WaitGroup) Add(delta int)

// Done takes one off the counter.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until the counter is 0.
func (wg *WaitGroup) Wait()

// Go calls f in a goroutine of its own, which counts until f returns.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			// To call Done in a panic would let main end before the panic is told.
			if p := recover(); p != nil {
				panic(p)
			}
			wg.Done()
		}()
		f()
	}()
}

// Once does something once.
type Once struct {
	_    noCopy
	done atomic.Bool
	m    Mutex
}

// Do calls f if it is the first call of Do; others wait until f has returned.
func (o *Once) Do(f func()) {
	if !o.done.Load() {
		o.do(f)
	}
}

func (o *Once) do(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if !o.done.Load() {
		defer o.done.Store(true)
		f()
	}
}

// OnceFunc returns a function that calls f the first time that it is called. Where f panics, it always panics so.
func OnceFunc(f func()) func() {
	once := OnceValue(func() struct{} {
		f()
		return struct{}{}
	})
	return func() { once() }
}

// OnceValue returns a function that calls f once and always returns what f returned.
func OnceValue[T any](f func() T) func() T {
	once := OnceValues(func() (T, struct{}) { return f(), struct{}{} })
	return func() T {
		v, _ := once()
		return v
	}
}

// OnceValues returns a function that calls f once and always returns what f returned.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var (
		once     Once
		v1       T1
		v2       T2
		returned bool
		panicked any
	)
	run := func() {
		defer func() {
			if !returned {
				panicked = recover()
				panic(panicked)
			}
		}()
		v1, v2 = f()
		f = nil
		returned = true
	}
	return func() (T1, T2) {
		once.Do(run)
		if !returned {
			panic(panicked)
		}
		return v1, v2
	}
}

// Cond is a place to wait at until something has become true.
type Cond struct {
	// L is held when what is waited for is looked at or changed.
	L      Locker
	next   uint32
	called uint32
	sema   uint32
}

// NewCond returns a Cond with lock l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait unlocks c.L, waits for Signal or Broadcast, and locks c.L again.
func (c *Cond) Wait() {
	ticket := c.ticket()
	c.L.Unlock()
	c.wait(ticket)
	c.L.Lock()
}

func (c *Cond) ticket() uint32
func (c *Cond) wait(ticket uint32)

// Signal wakes the goroutine that has waited longest, if there is one.
func (c *Cond) Signal()

// Broadcast wakes all that wait.
func (c *Cond) Broadcast()

// Map is a map for many goroutines at once.
type Map struct{ entries map[any]any }

// Load returns the value under key, and whether there is one.
func (m *Map) Load(key any) (value any, ok bool)

// Store sets the value under key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// LoadOrStore returns the value under key, and true; where there is none, it sets it to value.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.ready()
	return m.loadOrStore(key, value)
}

// LoadAndDelete deletes the value under key and returns it, and whether there was one.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool)

// Delete deletes the value under key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// Swap sets the value under key and returns the one before, and whether there was one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.ready()
	return m.swap(key, value)
}

// CompareAndSwap sets the value under key to new if it is old, and reports whether it did.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool)

// CompareAndDelete deletes the value under key if it is old, and reports whether it did.
func (m *Map) CompareAndDelete(key, old any) (deleted bool)

// Range calls f for the entries until it returns false.
func (m *Map) Range(f func(key, value any) bool) {
	entries := m.cursor()
	for {
		key, value, ok := next(entries)
		if !ok || !f(key, value) {
			return
		}
	}
}

// Clear deletes all entries.
func (m *Map) Clear()

func (m *Map) ready() {
	if !m.isReady() {
		m.begin(make(map[any]any))
	}
}

func (m *Map) isReady() bool
func (m *Map) begin(entries map[any]any)
func (m *Map) swap(key, value any) (previous any, loaded bool)
func (m *Map) loadOrStore(key, value any) (actual any, loaded bool)
func (m *Map) cursor() uintptr
func next(cursor uintptr) (key, value any, ok bool)

// Pool keeps things that may be used again.
type Pool struct {
	items *pooled
	// New makes a thing where the pool has none; without it, Get returns nil.
	New func() any
}

type pooled struct {
	item any
	next *pooled
}

// Get takes a thing out of the pool.
func (p *Pool) Get() any {
	if item, ok := p.take(); ok {
		return item
	}
	if p.New == nil {
		return nil
	}
	return p.New()
}

// Put adds a thing to the pool.
func (p *Pool) Put(x any) {
	if x != nil {
		p.put(x)
	}
}

func (p *Pool) take() (item any, ok bool)
func (p *Pool) put(item any)
