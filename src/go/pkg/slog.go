// Package slog logs messages with attributes, for people and for machines.
package slog

import (
	"context"
	"fmt"
	"log"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// Level is how much a message matters.
type Level int

// The usual levels.
const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

func (l Level) String() string {
	base, name := LevelDebug, "DEBUG"
	switch {
	case l >= LevelError:
		base, name = LevelError, "ERROR"
	case l >= LevelWarn:
		base, name = LevelWarn, "WARN"
	case l >= LevelInfo:
		base, name = LevelInfo, "INFO"
	}
	if l == base {
		return name
	}
	return fmt.Sprintf("%s%+d", name, int(l-base))
}

// Level returns l.
func (l Level) Level() Level { return l }

// MarshalJSON returns the name in quotes.
func (l Level) MarshalJSON() ([]byte, error) { return strconv.AppendQuote(nil, l.String()), nil }

// MarshalText returns the name.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Leveler is what has a level.
type Leveler interface{ Level() Level }

// LevelVar is a level that can be changed.
type LevelVar struct{ level atomic.Int64 }

// Level returns the level.
func (v *LevelVar) Level() Level { return Level(v.level.Load()) }

// Set changes the level.
func (v *LevelVar) Set(l Level) { v.level.Store(int64(l)) }

func (v *LevelVar) String() string { return "LevelVar(" + v.Level().String() + ")" }

// Record is a message that is logged.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr
	attrs   []Attr
}

// NewRecord returns a record without attributes.
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

// Clone returns a copy.
func (r Record) Clone() Record {
	r.attrs = append([]Attr{}, r.attrs...)
	return r
}

// NumAttrs returns how many attributes there are.
func (r Record) NumAttrs() int { return len(r.attrs) }

// Attrs calls f with each attribute, until that is false.
func (r Record) Attrs(f func(Attr) bool) {
	for _, a := range r.attrs {
		if !f(a) {
			return
		}
	}
}

// AddAttrs adds attributes.
func (r *Record) AddAttrs(as ...Attr) { r.attrs = append(r.attrs[:len(r.attrs):len(r.attrs)], as...) }

// Add adds the attributes of arguments.
func (r *Record) Add(args ...any) { r.AddAttrs(attrs(args)...) }

// Handler is where records go.
type Handler interface {
	// Enabled reports whether records of a level are wanted.
	Enabled(ctx context.Context, level Level) bool
	// Handle takes a record.
	Handle(ctx context.Context, r Record) error
	// WithAttrs returns a handler that adds attributes.
	WithAttrs(as []Attr) Handler
	// WithGroup returns a handler that puts all further attributes in a group.
	WithGroup(name string) Handler
}

// Logger makes records for a handler.
type Logger struct{ handler Handler }

// New returns a logger of a handler.
func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

// standard is the logger that the functions use.
var standard struct {
	sync.Mutex
	logger *Logger
	level  Level
}

// Default returns the logger that the functions use.
func Default() *Logger {
	standard.Lock()
	defer standard.Unlock()
	if standard.logger == nil {
		standard.logger = New(toLog{})
	}
	return standard.logger
}

// SetDefault changes the logger that the functions use, and has package log write to it.
func SetDefault(l *Logger) {
	standard.Lock()
	defer standard.Unlock()
	standard.logger = l
	if _, ok := l.handler.(toLog); !ok {
		log.SetOutput(fromLog{l.handler, LevelInfo, true})
		log.SetFlags(0)
	}
}

// SetLogLoggerLevel changes the level from which the first default logger logs.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	standard.Lock()
	defer standard.Unlock()
	oldLevel, standard.level = standard.level, level
	return oldLevel
}

// fromLog makes records of what package log writes; their level may be the one that SetLogLoggerLevel has set.
type fromLog struct {
	to       Handler
	level    Level
	standard bool
}

func (w fromLog) Write(b []byte) (n int, err error) {
	text := string(b)
	if n := len(text); n > 0 && text[n-1] == '\n' {
		text = text[:n-1]
	}
	if w.standard {
		standard.Lock()
		w.level = standard.level
		standard.Unlock()
	}
	ctx := context.Background()
	if !w.to.Enabled(ctx, w.level) {
		return 0, nil
	}
	return len(b), w.to.Handle(ctx, NewRecord(time.Now(), w.level, text, 0))
}

// NewLogLogger returns a Logger of package log that makes records.
func NewLogLogger(h Handler, level Level) *log.Logger {
	return log.New(fromLog{h, level, false}, "", 0)
}

// Handler returns where the records go.
func (l *Logger) Handler() Handler { return l.handler }

// With returns a logger that adds attributes.
func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return New(l.handler.WithAttrs(attrs(args)))
}

// WithGroup returns a logger that puts all further attributes in a group.
func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return New(l.handler.WithGroup(name))
}

// Enabled reports whether messages of a level are wanted.
func (l *Logger) Enabled(ctx context.Context, level Level) bool {
	if ctx == nil {
		ctx = context.Background()
	}
	return l.handler.Enabled(ctx, level)
}

func (l *Logger) log(ctx context.Context, level Level, msg string, as []Attr) {
	if !l.Enabled(ctx, level) {
		return
	}
	if ctx == nil {
		ctx = context.Background()
	}
	pc, _, _, _ := runtime.Caller(2)
	r := NewRecord(time.Now(), level, msg, pc)
	r.AddAttrs(as...)
	_ = l.handler.Handle(ctx, r)
}

// Each logs a message of its level.
func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.log(ctx, level, msg, attrs(args))
}
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, as ...Attr) {
	l.log(ctx, level, msg, as)
}
func (l *Logger) Debug(msg string, args ...any) { l.log(nil, LevelDebug, msg, attrs(args)) }
func (l *Logger) Info(msg string, args ...any)  { l.log(nil, LevelInfo, msg, attrs(args)) }
func (l *Logger) Warn(msg string, args ...any)  { l.log(nil, LevelWarn, msg, attrs(args)) }
func (l *Logger) Error(msg string, args ...any) { l.log(nil, LevelError, msg, attrs(args)) }
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelDebug, msg, attrs(args))
}
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelInfo, msg, attrs(args))
}
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelWarn, msg, attrs(args))
}
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelError, msg, attrs(args))
}

// With returns the default logger with more attributes.
func With(args ...any) *Logger { return Default().With(args...) }

// Each logs a message of its level by the default logger.
func Log(ctx context.Context, level Level, msg string, args ...any) {
	Default().log(ctx, level, msg, attrs(args))
}
func LogAttrs(ctx context.Context, level Level, msg string, as ...Attr) {
	Default().log(ctx, level, msg, as)
}
func Debug(msg string, args ...any) { Default().log(nil, LevelDebug, msg, attrs(args)) }
func Info(msg string, args ...any)  { Default().log(nil, LevelInfo, msg, attrs(args)) }
func Warn(msg string, args ...any)  { Default().log(nil, LevelWarn, msg, attrs(args)) }
func Error(msg string, args ...any) { Default().log(nil, LevelError, msg, attrs(args)) }
func DebugContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelDebug, msg, attrs(args))
}
func InfoContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelInfo, msg, attrs(args))
}
func WarnContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelWarn, msg, attrs(args))
}
func ErrorContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelError, msg, attrs(args))
}
