// Package kitchen is the workbook's kitchen in real time: the orders of the day, and the limits that whoever cooks them
// runs into. Set it with BRIGADE_SET="tasks=100,service_ms=5". Memory is that of the machine: nothing here kills.
package kitchen

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"
	"time"

	"brigade/internal/scenario"
)

// Order is one order of the day.
type Order struct {
	// ID counts from 0.
	ID int
}

var (
	errFiles    = errors.New("too many open files")
	errSupplier = errors.New("429 Too Many Requests")
	errTooMany  = errors.New("pq: sorry, too many clients already")
	errReserved = errors.New("pq: remaining connection slots are reserved for roles with the SUPERUSER attribute")
)

// Orders returns the day's orders, all at once.
func Orders() []Order {
	orders := make([]Order, scenario.Int("tasks"))
	for i := range orders {
		orders[i].ID = i
	}
	return orders
}

// Arrivals returns the day's orders as they come; the channel has room for all and is closed after the last.
func Arrivals() <-chan Order {
	orders := make(chan Order, scenario.Int("tasks"))
	go func() {
		defer close(orders)
		start, due := time.Now(), 0.0
		for _, order := range Orders() {
			gap := float64(time.Second) / scenario.Float("arrival_per_s")
			switch scenario.Word("arrival") {
			case "paced":
				due += gap
			case "poisson":
				due += gap * rand.ExpFloat64()
			}
			time.Sleep(time.Until(start.Add(time.Duration(due))))
			orders <- order
		}
	}()
	return orders
}

// Workers returns how many chefs there shall be at once.
func Workers() int { return scenario.Int("workers") }

// Cook makes an order: it takes what the order needs, cooks for its service time and gives all back.
func Cook(o Order) error {
	if err := take(o, false); err != nil {
		return err
	}
	release := Hold(scenario.Int("task_kib"))
	err := cook(o)
	release()
	finish(o, err)
	return err
}

func cook(o Order) error {
	close, err := openFiles()
	if err != nil {
		return err
	}
	defer close()
	for range scenario.Int("calls_per_task") {
		if err := Call(nil); err != nil {
			return err
		}
	}
	release, err := Stove(nil)
	if err != nil {
		return err
	}
	defer release()
	share := scenario.Float("cpu_share")
	service := fateOf(o).service
	Chop(time.Duration(share * float64(service)))
	return simmer(o)
}

// Hold takes kib KiB of the floor until release is called.
func Hold(kib int) (release func()) {
	held := make([]byte, kib*1024)
	for i := 0; i < len(held); i += 4096 {
		held[i] = 1 // the kernel counts only what is touched
	}
	return func() {
		runtime.KeepAlive(held)
		held = nil
	}
}

// Simmer waits for the service time of an order, less the share of it that needs a core.
func Simmer(o Order) error {
	if err := take(o, true); err != nil {
		return err
	}
	return simmer(o)
}

func simmer(o Order) error {
	fate := fateOf(o)
	time.Sleep(time.Duration((1 - scenario.Float("cpu_share")) * float64(fate.service)))
	if fate.burnt {
		return fmt.Errorf("order %d: burnt", o.ID)
	}
	return nil
}

// Chop uses a core for d.
func Chop(d time.Duration) {
	for end := time.Now().Add(d); time.Now().Before(end); {
	}
}

// Serve puts an order on the pass.
func Serve(o Order) error { return Fail(o, nil) }

// Fail puts an order on the spike, with the reason.
func Fail(o Order, err error) error {
	if refused := take(o, true); refused != nil {
		return refused
	}
	finish(o, err)
	return nil
}

// What became of an order so far.
type state int

const (
	waiting state = iota
	inFlight
	served
	failed
)

type fate struct {
	service time.Duration
	burnt   bool
}

var day struct {
	sync.Mutex
	states map[int]state
	fates  map[int]fate
}

// take puts an order in flight; one that is in flight already is an error unless shared.
func take(o Order, shared bool) error {
	day.Lock()
	defer day.Unlock()
	if o.ID < 0 || o.ID >= scenario.Int("tasks") {
		return fmt.Errorf("order %d: there is no such order", o.ID)
	}
	switch day.states[o.ID] {
	case inFlight:
		if !shared {
			return fmt.Errorf("order %d: somebody works on it already", o.ID)
		}
	case served:
		return fmt.Errorf("order %d: already served", o.ID)
	}
	if day.states == nil {
		day.states = map[int]state{}
	}
	day.states[o.ID] = inFlight
	return nil
}

func finish(o Order, err error) {
	day.Lock()
	defer day.Unlock()
	day.states[o.ID] = served
	if err != nil {
		day.states[o.ID] = failed
	}
}

// fateOf draws an order's service time and whether it burns, once.
func fateOf(o Order) fate {
	day.Lock()
	defer day.Unlock()
	drawn, ok := day.fates[o.ID]
	if !ok {
		if day.fates == nil {
			day.fates = map[int]fate{}
		}
		drawn = fate{scenario.Draw("service_ms"), scenario.Chance("fail_rate")}
		day.fates[o.ID] = drawn
	}
	return drawn
}

// pause sleeps, unless ctx is done first.
func pause(ctx context.Context, d time.Duration) error {
	if ctx == nil {
		time.Sleep(d)
		return nil
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// attempt tries as often as the policy allows.
func attempt(ctx context.Context, policy string, try func() error) error {
	for n := 0; ; n++ {
		if ctx != nil && ctx.Err() != nil {
			return ctx.Err()
		}
		err := try()
		if err == nil || scenario.Word(policy) != "retry" || n == scenario.Int("retries") {
			return err
		}
		if err := pause(ctx, scenario.BackOff(n)); err != nil {
			return err
		}
	}
}
