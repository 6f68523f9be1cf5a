package kitchen

import (
	"container/list"
	"context"
	"math/rand/v2"
	"sync"
	"time"

	"brigade/internal/scenario"
)

// noOrder stands where something is used for no order in particular.
const noOrder = -1

var (
	stoves   limit
	supplier api
	files    struct {
		sync.Mutex
		open int
	}
)

// limit is something of which there is only so much, and the queue for it.
type limit struct {
	sync.Mutex
	used  int
	queue list.List // of chan struct{}
}

// wait takes one of so many, or queues: what is freed goes to the head of the queue.
func (l *limit) wait(ctx context.Context, many int) error {
	l.Lock()
	if l.used < many {
		l.used++
		l.Unlock()
		return nil
	}
	turn := make(chan struct{})
	place := l.queue.PushBack(turn)
	l.Unlock()
	select {
	case <-turn:
		return nil
	case <-doneOf(ctx):
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

// Stove takes a stove until release is called. It returns ctx.Err() as soon as ctx is done; ctx may be nil.
func Stove(ctx context.Context) (release func(), err error) { return stove(ctx, noOrder) }

func stove(ctx context.Context, order int) (release func(), err error) {
	all := scenario.Int("stoves") - scenario.Int("stoves_others")
	reserved := scenario.Int("stoves_reserved")
	err = attempt(ctx, "stove_policy", order, func() error {
		if scenario.Word("stove_policy") == "wait" {
			if err := stoves.wait(ctx, all-reserved); err != nil {
				return err
			}
		} else if !stoves.occupy(all) {
			return errTooMany
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

// occupy takes one of so many, if one is left.
func (l *limit) occupy(many int) bool {
	l.Lock()
	defer l.Unlock()
	if l.used >= many {
		return false
	}
	l.used++
	return true
}

// api is the supplier: so many calls at once, and a bucket of tokens that starts full.
type api struct {
	inFlight limit
	bucket   sync.Mutex
	tokens   float64
	filled   time.Time
	// Who has put something in is the first of those who wait; Go lets them in first come, first served.
	head chan struct{}
}

func init() {
	supplier.tokens, supplier.filled = scenario.Float("api_burst"), time.Now()
	supplier.head = make(chan struct{}, 1)
}

// Call calls the supplier. It returns ctx.Err() as soon as ctx is done; ctx may be nil.
func Call(ctx context.Context) error { return call(ctx, noOrder) }

func call(ctx context.Context, order int) error {
	return attempt(ctx, "api_policy", order, func() error {
		admit := supplier.admit
		if scenario.Word("api_policy") == "wait" {
			admit = supplier.wait
		}
		if err := admit(ctx); err != nil {
			return err
		}
		defer supplier.inFlight.free()
		return pause(ctx, scenario.Millis("api_ms"))
	})
}

// places is how many calls may be in flight.
func places() int {
	if most := scenario.Int("api_in_flight"); most > 0 {
		return most
	}
	return int(^uint(0) >> 1)
}

// admit takes a place, then a token; a call that finds one of them missing takes neither.
func (a *api) admit(context.Context) error {
	if !a.inFlight.occupy(places()) {
		return errSupplier
	}
	if a.token() > 0 {
		a.inFlight.free()
		return errSupplier
	}
	return nil
}

func (a *api) wait(ctx context.Context) error {
	select {
	case a.head <- struct{}{}:
	case <-doneOf(ctx):
		return ctx.Err()
	}
	defer func() { <-a.head }()
	if err := a.inFlight.wait(ctx, places()); err != nil {
		return err
	}
	for missing := a.token(); missing > 0; missing = a.token() {
		if err := pause(ctx, missing); err != nil {
			a.inFlight.free()
			return err
		}
	}
	return nil
}

// token takes a token, or says how long it will be until there is one.
func (a *api) token() (missing time.Duration) {
	rate := scenario.Float("api_per_s")
	if rate == 0 {
		return 0
	}
	a.bucket.Lock()
	defer a.bucket.Unlock()
	now := time.Now()
	a.tokens = min(scenario.Float("api_burst"), a.tokens+rate*now.Sub(a.filled).Seconds())
	a.filled = now
	if a.tokens < 1 {
		return 1 + time.Duration((1-a.tokens)/rate*float64(time.Second))
	}
	a.tokens--
	return 0
}

func openFiles() (closeFiles func(), err error) {
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

// attempt tries as often as the policy allows.
func attempt(ctx context.Context, policy string, order int, try func() error) error {
	for n := 0; ; n++ {
		if ctx != nil && ctx.Err() != nil {
			return ctx.Err()
		}
		err := try()
		if err == nil || scenario.Word(policy) != "retry" || n == scenario.Int("retries") {
			return err
		}
		who := order
		if who == noOrder {
			who = rand.Int()
		}
		if err := pause(ctx, scenario.BackOff(who, n)); err != nil {
			return err
		}
	}
}

// pause sleeps, unless ctx is done first.
func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-doneOf(ctx):
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// doneOf is nil, on which nobody ever receives, where there is no context.
func doneOf(ctx context.Context) <-chan struct{} {
	if ctx == nil {
		return nil
	}
	return ctx.Done()
}
