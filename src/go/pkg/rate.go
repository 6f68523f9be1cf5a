// Package rate limits how often something happens, by a bucket of tokens.
package rate

import (
	"context"
	"fmt"
	"math"
	"sync"
	"time"
)

// Limit is how often something may happen, in times a second.
type Limit float64

// Inf is no limit.
const Inf = Limit(math.MaxFloat64)

// InfDuration is how long one waits for what never comes.
const InfDuration = time.Duration(math.MaxInt64)

// Every returns the limit of once in interval.
func Every(interval time.Duration) Limit {
	if interval <= 0 {
		return Inf
	}
	return 1 / Limit(interval.Seconds())
}

// takes returns how long so many tokens take to come.
func (l Limit) takes(tokens float64) time.Duration {
	if l <= 0 {
		return InfDuration
	}
	d := tokens / float64(l) * float64(time.Second)
	if d > math.MaxInt64 {
		return InfDuration
	}
	return time.Duration(d)
}

// gives returns how many tokens come in that time.
func (l Limit) gives(d time.Duration) float64 {
	if l <= 0 {
		return 0
	}
	return d.Seconds() * float64(l)
}

// Limiter is a bucket, full at first, that is filled at a rate. What happens takes tokens from it, and may take those that
// are yet to come.
type Limiter struct {
	mu     sync.Mutex
	limit  Limit
	burst  int
	tokens float64
	at     time.Time // when there were so many
	latest time.Time // when the last that has taken any may act
}

// NewLimiter returns a limiter of rate r with a bucket of b tokens.
func NewLimiter(r Limit, b int) *Limiter {
	return &Limiter{limit: r, burst: b, tokens: float64(b)}
}

// Limit returns the rate.
func (lim *Limiter) Limit() Limit {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.limit
}

// Burst returns how many tokens the bucket holds.
func (lim *Limiter) Burst() int {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.burst
}

// Tokens returns how many tokens there are now.
func (lim *Limiter) Tokens() float64 { return lim.TokensAt(time.Now()) }

// TokensAt returns how many tokens there are at t.
func (lim *Limiter) TokensAt(t time.Time) float64 {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.filled(t)
}

// SetLimit changes the rate.
func (lim *Limiter) SetLimit(newLimit Limit) { lim.SetLimitAt(time.Now(), newLimit) }

// SetLimitAt changes the rate from t on.
func (lim *Limiter) SetLimitAt(t time.Time, newLimit Limit) {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	lim.tokens, lim.at = lim.filled(t), t
	lim.limit = newLimit
}

// SetBurst changes the size of the bucket.
func (lim *Limiter) SetBurst(newBurst int) { lim.SetBurstAt(time.Now(), newBurst) }

// SetBurstAt changes the size of the bucket from t on.
func (lim *Limiter) SetBurstAt(t time.Time, newBurst int) {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	lim.tokens, lim.at = lim.filled(t), t
	lim.burst = newBurst
}

// filled returns how many tokens there are at t.
func (lim *Limiter) filled(t time.Time) float64 {
	from := lim.at
	if t.Before(from) {
		from = t
	}
	return min(lim.tokens+lim.limit.gives(t.Sub(from)), float64(lim.burst))
}

// Allow takes a token, if there is one now, and reports whether there was.
func (lim *Limiter) Allow() bool { return lim.AllowN(time.Now(), 1) }

// AllowN takes n tokens, if there are as many at t, and reports whether there were.
func (lim *Limiter) AllowN(t time.Time, n int) bool { return lim.take(t, n, 0).ok }

// Reserve takes a token, which may be yet to come.
func (lim *Limiter) Reserve() *Reservation { return lim.ReserveN(time.Now(), 1) }

// ReserveN takes n tokens, which may be yet to come.
func (lim *Limiter) ReserveN(t time.Time, n int) *Reservation {
	r := lim.take(t, n, InfDuration)
	return &r
}

// Wait takes a token, and waits until it has come.
func (lim *Limiter) Wait(ctx context.Context) (err error) { return lim.WaitN(ctx, 1) }

// WaitN takes n tokens, and waits until they have come. It fails where the bucket holds fewer, or where they come after the
// deadline of ctx; and with ctx.Err() where ctx is done before.
func (lim *Limiter) WaitN(ctx context.Context, n int) (err error) {
	lim.mu.Lock()
	burst, limit := lim.burst, lim.limit
	lim.mu.Unlock()
	if n > burst && limit != Inf {
		return fmt.Errorf("rate: Wait(n=%d) exceeds limiter's burst %d", n, burst)
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	default:
	}
	now, longest := time.Now(), InfDuration
	if deadline, ok := ctx.Deadline(); ok {
		longest = deadline.Sub(now)
	}
	r := lim.take(now, n, longest)
	if !r.ok {
		return fmt.Errorf("rate: Wait(n=%d) would exceed context deadline", n)
	}
	delay := r.DelayFrom(now)
	if delay == 0 {
		return nil
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		r.Cancel()
		return ctx.Err()
	}
}

// take takes n tokens at t, if they come within longest.
func (lim *Limiter) take(t time.Time, n int, longest time.Duration) Reservation {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	if lim.limit == Inf {
		return Reservation{ok: true, lim: lim, tokens: n, at: t}
	}
	left := lim.filled(t) - float64(n)
	var wait time.Duration
	if left < 0 {
		wait = lim.limit.takes(-left)
	}
	r := Reservation{ok: n <= lim.burst && wait <= longest, lim: lim, limit: lim.limit}
	if r.ok {
		r.tokens, r.at = n, t.Add(wait)
		lim.tokens, lim.at, lim.latest = left, t, r.at
	}
	return r
}

// Reservation is tokens that were taken, maybe before they have come.
type Reservation struct {
	ok     bool
	lim    *Limiter
	tokens int
	at     time.Time // when they have come
	limit  Limit     // as it was when they were taken
}

// OK reports whether the bucket holds as many tokens.
func (r *Reservation) OK() bool { return r.ok }

// Delay returns how long it is until the tokens have come.
func (r *Reservation) Delay() time.Duration { return r.DelayFrom(time.Now()) }

// DelayFrom returns how long it is from t until the tokens have come; InfDuration where the bucket doesn't hold as many.
func (r *Reservation) DelayFrom(t time.Time) time.Duration {
	if !r.ok {
		return InfDuration
	}
	return max(r.at.Sub(t), 0)
}

// Cancel gives the tokens back, as far as they haven't come.
func (r *Reservation) Cancel() { r.CancelAt(time.Now()) }

// CancelAt gives the tokens back at t, less those that others have reckoned with since.
func (r *Reservation) CancelAt(t time.Time) {
	if !r.ok {
		return
	}
	lim := r.lim
	lim.mu.Lock()
	defer lim.mu.Unlock()
	if lim.limit == Inf || r.tokens == 0 || r.at.Before(t) {
		return
	}
	back := float64(r.tokens) - r.limit.gives(lim.latest.Sub(r.at))
	if back <= 0 {
		return
	}
	lim.tokens, lim.at = min(lim.filled(t)+back, float64(lim.burst)), t
	if r.at.Equal(lim.latest) {
		before := r.at.Add(r.limit.takes(float64(-r.tokens)))
		if !before.Before(t) {
			lim.latest = before
		}
	}
}

// Sometimes does something only now and then: the first times, every so many times, and when so much time has passed; always
// the first time.
type Sometimes struct {
	First    int
	Every    int
	Interval time.Duration

	mu    sync.Mutex
	count int
	last  time.Time
}

// Do calls f if it is time.
func (s *Sometimes) Do(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.count == 0 ||
		s.First > 0 && s.count < s.First ||
		s.Every > 0 && s.count%s.Every == 0 ||
		s.Interval > 0 && time.Since(s.last) >= s.Interval {
		f()
		if s.Interval > 0 {
			s.last = time.Now()
		}
	}
	s.count++
}
