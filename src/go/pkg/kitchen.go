// Package kitchen is the restaurant: the orders of the day, and the limits that whoever cooks them runs into.
package kitchen

import (
	"context"
	"errors"
	"strconv"
	"time"
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

// noOrder stands where something is used for no order in particular.
const noOrder = -1

// Orders returns the day's orders, all at once.
func Orders() []Order

// Arrivals returns the day's orders as they come; the channel has room for all and is closed after the last.
func Arrivals() <-chan Order {
	orders := make(chan Order, tasks())
	feed(orders)
	return orders
}

// Workers returns how many chefs there shall be at once.
func Workers() int

// Cook makes an order: it takes what the order needs, cooks for its service time and gives all back.
func Cook(o Order) error {
	if err := take(o); err != nil {
		return err
	}
	bytes := taskBytes()
	hold(o.ID, bytes)
	err := cook(o)
	letGo(bytes)
	finish(o, err)
	return err
}

func cook(o Order) error {
	files := openFiles(o.ID)
	if files < 0 {
		return errFiles
	}
	err := cookAtStove(o)
	closeFiles(files)
	return err
}

func cookAtStove(o Order) error {
	for range callsPerTask() {
		if err := call(nil, o.ID); err != nil {
			return err
		}
	}
	slot, err := stove(nil, o.ID)
	if err != nil {
		return err
	}
	chopShare(o.ID)
	burnt := simmer(o.ID)
	freeStove(slot)
	if burnt {
		return burntError(o)
	}
	return nil
}

// Hold takes kib KiB of the floor until release is called.
func Hold(kib int) (release func()) {
	bytes := kib * 1024
	hold(noOrder, bytes)
	return once(func() { letGo(bytes) })
}

// Call calls the supplier. It returns ctx.Err() as soon as ctx is done; ctx may be nil.
func Call(ctx context.Context) error { return call(ctx, noOrder) }

// Stove takes a stove until release is called. It returns ctx.Err() as soon as ctx is done; ctx may be nil.
func Stove(ctx context.Context) (release func(), err error) {
	slot, err := stove(ctx, noOrder)
	if err != nil {
		return nil, err
	}
	return once(func() { freeStove(slot) }), nil
}

// Simmer waits for the service time of an order, less the share of it that needs a core.
func Simmer(o Order) error {
	if err := handle(o); err != nil {
		return err
	}
	if simmer(o.ID) {
		return burntError(o)
	}
	return nil
}

// Chop uses a core for d.
func Chop(d time.Duration)

// Serve puts an order on the pass.
func Serve(o Order) error { return Fail(o, nil) }

// Fail puts an order on the spike, with the reason.
func Fail(o Order, err error) error {
	if refused := handle(o); refused != nil {
		return refused
	}
	finish(o, err)
	return nil
}

// take puts an order in flight that nobody works on.
func take(o Order) error {
	return refusal(o, begin(o.ID))
}

// handle puts an order in flight unless it is already.
func handle(o Order) error {
	if answer := begin(o.ID); answer != inFlight {
		return refusal(o, answer)
	}
	return nil
}

// What begin answers.
const (
	begun = iota
	inFlight
	served
	unknown
)

func refusal(o Order, answer int) error {
	switch answer {
	case inFlight:
		return errors.New("order " + strconv.Itoa(o.ID) + ": somebody works on it already")
	case served:
		return errors.New("order " + strconv.Itoa(o.ID) + ": already served")
	case unknown:
		return errors.New("order " + strconv.Itoa(o.ID) + ": there is no such order")
	}
	return nil
}

func finish(o Order, err error) {
	if err != nil {
		fail(o.ID, err.Error())
	} else {
		serve(o.ID)
	}
}

func burntError(o Order) error {
	return errors.New("order " + strconv.Itoa(o.ID) + ": burnt")
}

// What supply and occupy answer; occupy answers with a stove's number too.
const (
	granted  = 0
	refused  = -1
	reserved = -2
	canceled = -3
)

func call(ctx context.Context, order int) error {
	done, err := doneOf(ctx)
	for attempt := 0; err == nil; attempt++ {
		switch supply(order, done) {
		case granted:
			return nil
		case canceled:
			return ctx.Err()
		}
		if attempt == callRetries() {
			return errSupplier
		}
		if backOff(order, attempt, done) == canceled {
			return ctx.Err()
		}
	}
	return err
}

func stove(ctx context.Context, order int) (slot int, err error) {
	done, err := doneOf(ctx)
	for attempt := 0; err == nil; attempt++ {
		slot = occupy(order, done)
		if slot >= 0 {
			return slot, nil
		}
		if slot == canceled {
			return 0, ctx.Err()
		}
		if attempt == stoveRetries() {
			if slot == reserved {
				return 0, errReserved
			}
			return 0, errTooMany
		}
		if backOff(order, attempt, done) == canceled {
			return 0, ctx.Err()
		}
	}
	return 0, err
}

func doneOf(ctx context.Context) (<-chan struct{}, error) {
	if ctx == nil {
		return nil, nil
	}
	return ctx.Done(), ctx.Err()
}

func once(f func()) func() {
	called := false
	return func() {
		if !called {
			called = true
			f()
		}
	}
}

// What follows is the world's.

func tasks() int
func taskBytes() int
func callsPerTask() int
func callRetries() int
func stoveRetries() int
func feed(orders chan<- Order)
func begin(order int) int
func hold(order, bytes int)
func letGo(bytes int)
func openFiles(order int) int
func closeFiles(count int)
func supply(order int, done <-chan struct{}) int
func occupy(order int, done <-chan struct{}) int
func backOff(order, attempt int, done <-chan struct{}) int
func freeStove(slot int)
func chopShare(order int)
func simmer(order int) (burnt bool)
func serve(order int)
func fail(order int, reason string)
