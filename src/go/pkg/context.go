// Package context carries deadlines, cancellation and values along with a task.
package context

import (
	"errors"
	"sync"
	"time"
)

// Context is what a task is told: until when, whether it is still wanted, and values.
type Context interface {
	// Deadline returns when the task will be cancelled; ok is false where no time is set.
	Deadline() (deadline time.Time, ok bool)
	// Done returns a channel that is closed when the task is cancelled; nil where it never is.
	Done() <-chan struct{}
	// Err returns nil, or once Done is closed why: Canceled or DeadlineExceeded.
	Err() error
	// Value returns the value under key, or nil.
	Value(key any) any
}

// Canceled is the error of a context that was cancelled other than by its deadline.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the error of a context whose deadline has passed.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// CancelFunc cancels a context. Only the first call does something.
type CancelFunc func()

// CancelCauseFunc cancels a context and says why.
type CancelCauseFunc func(cause error)

type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background returns the context that is never cancelled, from which the others come.
func Background() Context { return backgroundCtx{} }

// TODO returns an empty context, where it isn't clear yet which one to use.
func TODO() Context { return todoCtx{} }

// WithCancel returns a child of parent that cancel cancels too.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := withCancel(parent)
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithCancelCause is WithCancel with a cause for Cause to return.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := withCancel(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

// WithDeadline returns a child of parent that is also cancelled at time d.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline with the cause of a deadline that has passed.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	check(parent)
	if earlier, ok := parent.Deadline(); ok && earlier.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.propagate(parent, c)
	left := time.Until(d)
	if left <= 0 {
		c.cancel(true, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	c.mu.Lock()
	if c.err == nil {
		c.timer = time.AfterFunc(left, func() { c.cancel(true, DeadlineExceeded, cause) })
	}
	c.mu.Unlock()
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithTimeout is WithDeadline at timeout from now.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}

// WithTimeoutCause is WithTimeout with the cause of a time that has run out.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

// WithoutCancel returns a child of parent that isn't cancelled with it.
func WithoutCancel(parent Context) Context {
	check(parent)
	return withoutCancelCtx{parent}
}

type withoutCancelCtx struct{ parent Context }

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) String() string                        { return nameOf(c.parent) + ".WithoutCancel" }

func (c withoutCancelCtx) Value(key any) any {
	if key == &cancelCtxKey {
		return nil
	}
	return c.parent.Value(key)
}

// WithValue returns a child of parent with a value under key.
func WithValue(parent Context, key, val any) Context {
	check(parent)
	if key == nil {
		panic("nil key")
	}
	if !isComparable(key) {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

type valueCtx struct {
	Context
	key, val any
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return c.Context.Value(key)
}

func (c *valueCtx) String() string {
	return nameOf(c.Context) + ".WithValue(" + textOf(c.key) + ", " + textOf(c.val) + ")"
}

// Cause returns why c was cancelled: what its cancel function or deadline was given, else c.Err().
func Cause(c Context) error {
	inner, ok := c.Value(&cancelCtxKey).(*cancelCtx)
	if !ok {
		return c.Err()
	}
	inner.mu.Lock()
	cause := inner.cause
	inner.mu.Unlock()
	if cause != nil {
		return cause
	}
	return c.Err()
}

// AfterFunc calls f in a goroutine of its own once ctx is cancelled. The function that it returns calls that off, and
// reports whether it was in time.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.propagate(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancel(true, Canceled, nil)
		}
		return stopped
	}
}

type afterFuncCtx struct {
	cancelCtx
	once sync.Once
	f    func()
}

func (a *afterFuncCtx) cancel(leave bool, err, cause error) {
	a.cancelCtx.cancel(false, err, cause)
	if leave {
		remove(a.Context, a)
	}
	a.once.Do(func() { go a.f() })
}

// child is what is cancelled with its parent.
type child interface {
	cancel(leave bool, err, cause error)
	Done() <-chan struct{}
}

// cancelCtxKey is the key under which a cancelCtx returns itself.
var cancelCtxKey int

type cancelCtx struct {
	Context
	mu       sync.Mutex
	done     chan struct{}
	children map[child]struct{}
	err      error
	cause    error
}

func check(parent Context) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
}

func withCancel(parent Context) *cancelCtx {
	check(parent)
	c := &cancelCtx{}
	c.propagate(parent, c)
	return c
}

func (c *cancelCtx) Value(key any) any {
	if key == &cancelCtxKey {
		return c
	}
	return c.Context.Value(key)
}

func (c *cancelCtx) Done() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done == nil {
		c.done = make(chan struct{})
	}
	return c.done
}

func (c *cancelCtx) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

func (c *cancelCtx) String() string { return nameOf(c.Context) + ".WithCancel" }

// propagate makes self, of which c is part, be cancelled with parent.
func (c *cancelCtx) propagate(parent Context, self child) {
	check(parent)
	c.Context = parent
	done := parent.Done()
	if done == nil {
		return
	}
	select {
	case <-done:
		self.cancel(false, parent.Err(), Cause(parent))
		return
	default:
	}
	if p := cancelCtxOf(parent, done); p != nil {
		p.mu.Lock()
		err, cause := p.err, p.cause
		if err == nil {
			if p.children == nil {
				p.children = make(map[child]struct{})
			}
			p.children[self] = struct{}{}
		}
		p.mu.Unlock()
		if err != nil {
			self.cancel(false, err, cause)
		}
		return
	}
	go func() {
		select {
		case <-done:
			self.cancel(false, parent.Err(), Cause(parent))
		case <-self.Done():
		}
	}()
}

// cancelCtxOf returns the cancelCtx that parent is about, unless parent has a Done of its own.
func cancelCtxOf(parent Context, done <-chan struct{}) *cancelCtx {
	p, ok := parent.Value(&cancelCtxKey).(*cancelCtx)
	if !ok || p.Done() != done {
		return nil
	}
	return p
}

func remove(parent Context, self child) {
	done := parent.Done()
	if done == nil {
		return
	}
	if p := cancelCtxOf(parent, done); p != nil {
		p.mu.Lock()
		delete(p.children, self)
		p.mu.Unlock()
	}
}

func (c *cancelCtx) cancel(leave bool, err, cause error) {
	if cause == nil {
		cause = err
	}
	c.mu.Lock()
	if c.err != nil {
		c.mu.Unlock()
		return
	}
	c.err, c.cause = err, cause
	if c.done == nil {
		c.done = make(chan struct{})
	}
	cancelled(c.done)
	close(c.done)
	for self := range c.children {
		self.cancel(false, err, cause)
	}
	c.children = nil
	c.mu.Unlock()
	if leave {
		remove(c.Context, c)
	}
}

type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) String() string {
	return nameOf(c.Context) + ".WithDeadline(" + c.deadline.String() + " [" + time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) cancel(leave bool, err, cause error) {
	c.cancelCtx.cancel(false, err, cause)
	if leave {
		remove(c.Context, c)
	}
	c.mu.Lock()
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
	c.mu.Unlock()
}

func nameOf(c Context) string {
	if s, ok := c.(interface{ String() string }); ok {
		return s.String()
	}
	return typeName(c)
}

func textOf(v any) string {
	switch x := v.(type) {
	case interface{ String() string }:
		return x.String()
	case string:
		return x
	case nil:
		return "<nil>"
	}
	return typeName(v)
}

// typeName returns the name of v's dynamic type.
func typeName(v any) string

// isComparable reports whether values of v's dynamic type can be compared.
func isComparable(v any) bool

// cancelled records that the context with this channel is cancelled now.
func cancelled(done chan struct{})
