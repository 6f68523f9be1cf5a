// Package signal tells of signals from outside the process. None ever comes: what waits for one alone waits for ever.
package signal

import (
	"context"
	"os"
)

// expect tells the machine that a signal may come, so that waiting for one is no deadlock.
func expect()

// Notify sends signals on c.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	expect()
}

// Stop sends no more signals on c.
func Stop(c chan<- os.Signal) {}

// Ignore ignores signals.
func Ignore(sig ...os.Signal) {}

// Reset undoes what Notify did.
func Reset(sig ...os.Signal) {}

// NotifyContext returns a context that is done when a signal comes, or when stop is called.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	expect()
	return context.WithCancel(parent)
}
