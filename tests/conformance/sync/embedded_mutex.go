package main

import (
	"fmt"
	"sync"
)

type Account struct {
	sync.Mutex
	balance int
}

func transfer(from, to *Account, n int) {
	from.Lock()
	from.balance -= n
	from.Unlock()
	to.Lock()
	to.balance += n
	to.Unlock()
}

type Safe struct {
	*sync.RWMutex
	v int
}

func main() {
	a, b := &Account{balance: 100}, &Account{}
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() { transfer(a, b, 7) })
	}
	wg.Wait()
	fmt.Println(a.balance, b.balance)
	s := Safe{RWMutex: &sync.RWMutex{}}
	s.RLock()
	s.RLock()
	fmt.Println(s.TryLock(), s.TryRLock())
	s.RUnlock()
	s.RUnlock()
	s.RUnlock()
	fmt.Println(s.TryLock(), s.TryRLock())
}
