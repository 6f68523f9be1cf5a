package main

import (
	"errors"
	"fmt"
	"sync"
)

var ErrInsufficient = errors.New("insufficient funds")

type Account struct {
	mu      sync.Mutex
	id      int
	balance int
	history []string
}

func (a *Account) Deposit(n int) error {
	if n <= 0 {
		return fmt.Errorf("invalid amount %d", n)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
	a.history = append(a.history, fmt.Sprintf("+%d", n))
	return nil
}

func (a *Account) Withdraw(n int) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.balance < n {
		return fmt.Errorf("account %d: %w: have %d, need %d", a.id, ErrInsufficient, a.balance, n)
	}
	a.balance -= n
	a.history = append(a.history, fmt.Sprintf("-%d", n))
	return nil
}

func Transfer(from, to *Account, n int) error {
	if err := from.Withdraw(n); err != nil {
		return fmt.Errorf("transfer: %w", err)
	}
	return to.Deposit(n)
}

func main() {
	a, b := &Account{id: 1}, &Account{id: 2}
	fmt.Println(a.Deposit(100), a.Deposit(-5))
	var wg sync.WaitGroup
	for range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := Transfer(a, b, 10); err != nil {
				fmt.Println("unexpected:", err)
			}
		}()
	}
	wg.Wait()
	err := Transfer(a, b, 1)
	fmt.Println(err)
	fmt.Println(errors.Is(err, ErrInsufficient), a.balance, b.balance, len(b.history))
}
