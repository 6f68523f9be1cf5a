package kitchen

import (
	"container/list"
	"context"
	"sync"
	"time"

	"brigade/internal/scenario"
)

var (
	stoves   limit
	supplier = limit{tokens: scenario.Float("api_burst"), filled: time.Now()}
	files    struct {
		sync.Mutex
		open int
	}
)

// limit is something of which there is only so much, and the queue for it.
type limit struct {
	sync.Mutex
	used   int
	queue  list.List // of chan struct{}
	tokens float64
	filled time.Time
}

// wait takes one of the free, or queues: what is freed goes to the head of the queue.
func (l *limit) wait(ctx context.Context, free int) error {
	l.Lock()
	if l.used < free {
		l.used++
		l.Unlock()
		return nil
	}
	turn := make(chan struct{})
	place := l.queue.PushBack(turn)
	l.Unlock()
	var done <-chan struct{}
	if ctx != nil {
		done = ctx.Done()
	}
	select {
	case <-turn:
		return nil
	case <-done:
		l.Lock()
		defer l.Unlock()
		select {
		case <-turn:
			l.next() // it came too late: pass it on
		default:
			l.queue.Remove(place)
		}
		return ctx.Err()
	}
}

// free gives one back.
func (l *limit) free() {
	l.Lock()
	defer l.Unlock()
	l.next()
}

func (l *limit) next() {
	if head := l.queue.Front(); head != nil {
		close(l.queue.Remove(head).(chan struct{}))
		return
	}
	l.used--
}

// refuse runs check under the lock and takes one where it finds no error.
func (l *limit) refuse(check func() error) error {
	l.Lock()
	defer l.Unlock()
	if err := check(); err != nil {
		return err
	}
	l.used++
	return nil
}

// Stove takes a stove until release is called. It returns ctx.Err() as soon as ctx is done; ctx may be nil.
func Stove(ctx context.Context) (release func(), err error) {
	all := scenario.Int("stoves") - scenario.Int("stoves_others")
	reserved := scenario.Int("stoves_reserved")
	err = attempt(ctx, "stove_policy", func() error {
		if scenario.Word("stove_policy") == "wait" {
			if err := stoves.wait(ctx, all-reserved); err != nil {
				return err
			}
			return pause(ctx, scenario.Millis("connect_ms"))
		}
		full := func() error {
			if stoves.used >= all {
				return errTooMany
			}
			return nil
		}
		if err := stoves.refuse(full); err != nil {
			return err
		}
		if err := pause(ctx, scenario.Millis("connect_ms")); err != nil {
			stoves.free()
			return err
		}
		stoves.Lock()
		defer stoves.Unlock()
		if all-stoves.used < reserved {
			stoves.next()
			return errReserved
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return sync.OnceFunc(stoves.free), nil
}

// Call calls the supplier. It returns ctx.Err() as soon as ctx is done; ctx may be nil.
func Call(ctx context.Context) error {
	return attempt(ctx, "api_policy", func() error {
		if err := admit(ctx); err != nil {
			return err
		}
		defer supplier.free()
		return pause(ctx, scenario.Millis("api_ms"))
	})
}

// admit lets a call in: first by the calls in flight, then by the bucket of tokens.
func admit(ctx context.Context) error {
	most, rate := scenario.Int("api_in_flight"), scenario.Float("api_per_s")
	if scenario.Word("api_policy") == "wait" {
		if most == 0 {
			most = int(^uint(0) >> 1)
		}
		if err := supplier.wait(ctx, most); err != nil {
			return err
		}
		supplier.Lock()
		supplier.fill(rate)
		supplier.tokens--
		debt := -supplier.tokens
		supplier.Unlock()
		if rate == 0 || debt <= 0 {
			return nil
		}
		err := pause(ctx, time.Duration(debt/rate*float64(time.Second)))
		if err != nil {
			supplier.free()
		}
		return err
	}
	return supplier.refuse(func() error {
		if most > 0 && supplier.used >= most {
			return errSupplier
		}
		if rate == 0 {
			return nil
		}
		supplier.fill(rate)
		if supplier.tokens < 1 {
			return errSupplier
		}
		supplier.tokens--
		return nil
	})
}

func (l *limit) fill(rate float64) {
	now := time.Now()
	l.tokens = min(scenario.Float("api_burst"), l.tokens+rate*now.Sub(l.filled).Seconds())
	l.filled = now
}

func openFiles() (close func(), err error) {
	most, count := scenario.Int("files"), scenario.Int("files_per_task")
	files.Lock()
	defer files.Unlock()
	if most > 0 && files.open+count > most {
		return nil, errFiles
	}
	files.open += count
	return func() {
		files.Lock()
		defer files.Unlock()
		files.open -= count
	}, nil
}
