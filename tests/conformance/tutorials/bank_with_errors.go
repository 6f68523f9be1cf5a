package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type Account struct {
	ID      string
	mu      sync.RWMutex
	balance float64
	history []Transaction
}
type Transaction struct {
	Type   TxType
	Amount float64
	At     time.Time
}
type TxType uint8

const (
	Deposit TxType = iota + 1
	Withdraw
)

func (t TxType) String() string {
	return [...]string{"", "DEPOSIT", "WITHDRAW"}[t]
}

type InsufficientFundsError struct {
	Need, Have float64
}

func (e *InsufficientFundsError) Error() string {
	return fmt.Sprintf("insufficient funds: need %.2f, have %.2f", e.Need, e.Have)
}

var ErrInvalid = errors.New("invalid amount")

func (a *Account) Deposit(amt float64) error {
	if amt <= 0 {
		return fmt.Errorf("deposit %v: %w", amt, ErrInvalid)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += amt
	a.history = append(a.history, Transaction{Deposit, amt, time.Time{}})
	return nil
}
func (a *Account) Withdraw(amt float64) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("account %s: %w", a.ID, err)
		}
	}()
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.balance < amt {
		return &InsufficientFundsError{amt, a.balance}
	}
	a.balance -= amt
	a.history = append(a.history, Transaction{Withdraw, amt, time.Time{}})
	return nil
}

type Bank struct {
	accounts sync.Map
	ops      atomic.Int64
}

func (b *Bank) Open(id string) *Account {
	a, _ := b.accounts.LoadOrStore(id, &Account{ID: id})
	b.ops.Add(1)
	return a.(*Account)
}
func main() {
	bank := &Bank{}
	acc := bank.Open("alice")
	var wg sync.WaitGroup
	for i := 1; i <= 100; i++ {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			if n%2 == 0 {
				_ = acc.Deposit(float64(n))
			} else {
				_ = acc.Deposit(1)
			}
		}(i)
	}
	wg.Wait()
	fmt.Printf("balance: %.2f, txs: %d\n", acc.balance, len(acc.history))
	err := acc.Withdraw(1e6)
	var ife *InsufficientFundsError
	if errors.As(err, &ife) {
		fmt.Println("need", ife.Need, "|", err)
	}
	fmt.Println(errors.Is(acc.Deposit(-1), ErrInvalid), acc.Deposit(0))
	counts := map[TxType]int{}
	for _, t := range acc.history {
		counts[t.Type]++
	}
	fmt.Println(counts, bank.ops.Load())
	fmt.Printf("%v %+v\n", acc.history[0].Type, Transaction{Withdraw, 1.5, time.Time{}})
	names := []string{}
	for _, id := range strings.Fields("carol bob dave") {
		bank.Open(id)
	}
	bank.accounts.Range(func(k, v any) bool {
		names = append(names, k.(string))
		return true
	})
	sort.Strings(names)
	fmt.Fprintln(os.Stdout, names)
}
