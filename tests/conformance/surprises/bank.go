package main

import (
	"errors"
	"fmt"
	"sort"
	"sync"
)

type Account struct {
	ID int
	sync.RWMutex
	balance int64
	history []string
}

type ErrFunds struct {
	Have, Want int64
}

func (e ErrFunds) Error() string { return fmt.Sprintf("has %d, wants %d", e.Have, e.Want) }
func (e ErrFunds) Is(target error) bool {
	_, ok := target.(interface{ Funds() })
	return ok
}

type fundsMark struct{ error }

func (fundsMark) Funds() {}

func Transfer(from, to *Account, amount int64) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("%d to %d: %w", from.ID, to.ID, err)
		}
	}()
	if from == to {
		return errors.ErrUnsupported
	}
	first, second := from, to
	if first.ID > second.ID {
		first, second = second, first
	}
	first.Lock()
	defer first.Unlock()
	second.Lock()
	defer second.Unlock()
	if from.balance < amount {
		return &ErrFunds{from.balance, amount}
	}
	from.balance -= amount
	to.balance += amount
	to.history = append(to.history, fmt.Sprintf("+%d", amount))
	return nil
}

func main() {
	accounts := make([]*Account, 4)
	for i := range accounts {
		accounts[i] = &Account{ID: i, balance: 100}
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	var errs []error
	for i := range 40 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := Transfer(accounts[i%4], accounts[(i*i)%4], int64(i)); err != nil && i%4 == 0 {
				mu.Lock()
				errs = append(errs, err)
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	var sum int64
	for _, a := range accounts {
		a.RLock()
		sum += a.balance
		a.RUnlock()
	}
	sort.Slice(errs, func(i, j int) bool { return errs[i].Error() < errs[j].Error() })
	fmt.Println(sum, len(errs), errs[0], errors.Is(errs[0], errors.ErrUnsupported))
	err := Transfer(accounts[0], accounts[1], 1<<40)
	var funds *ErrFunds
	fmt.Println(errors.As(err, &funds), funds.Want, errors.Is(err, fundsMark{}))
	var nobody *Account
	defer func() { fmt.Printf("%T %[1]v\n", recover()) }()
	fmt.Println(Transfer(nobody, accounts[0], 1))
}
