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

// Kind is what sort of value a Value is.
type Kind int

// The kinds.
const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

var kinds = [...]string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer"}

func (k Kind) String() string { return kinds[k] }

// LogValuer is what says as which value it is logged.
type LogValuer interface{ LogValue() Value }

// Value is the value of an attribute.
type Value struct{ any any }

// AnyValue returns the value of v.
func AnyValue(v any) Value {
	switch v := v.(type) {
	case int:
		return Value{int64(v)}
	case int8:
		return Value{int64(v)}
	case int16:
		return Value{int64(v)}
	case int32:
		return Value{int64(v)}
	case uint:
		return Value{uint64(v)}
	case uint8:
		return Value{uint64(v)}
	case uint16:
		return Value{uint64(v)}
	case uint32:
		return Value{uint64(v)}
	case uintptr:
		return Value{uint64(v)}
	case float32:
		return Value{float64(v)}
	case []Attr:
		return GroupValue(v...)
	case Kind:
		return Value{v}
	case Value:
		return v
	}
	return Value{v}
}

// Each returns the value of its argument.
func StringValue(v string) Value          { return Value{v} }
func IntValue(v int) Value                { return Value{int64(v)} }
func Int64Value(v int64) Value            { return Value{v} }
func Uint64Value(v uint64) Value          { return Value{v} }
func Float64Value(v float64) Value        { return Value{v} }
func BoolValue(v bool) Value              { return Value{v} }
func TimeValue(v time.Time) Value         { return Value{v} }
func DurationValue(v time.Duration) Value { return Value{v} }

// GroupValue returns a group of attributes.
func GroupValue(as ...Attr) Value {
	var kept []Attr
	for _, a := range as {
		if a.Value.Kind() != KindGroup || len(a.Value.Group()) > 0 {
			kept = append(kept, a)
		}
	}
	return Value{kept}
}

// Kind returns the kind.
func (v Value) Kind() Kind {
	switch v.any.(type) {
	case bool:
		return KindBool
	case time.Duration:
		return KindDuration
	case float64:
		return KindFloat64
	case int64:
		return KindInt64
	case string:
		return KindString
	case time.Time:
		return KindTime
	case uint64:
		return KindUint64
	case []Attr:
		return KindGroup
	case LogValuer:
		return KindLogValuer
	}
	return KindAny
}

// Any returns the value.
func (v Value) Any() any { return v.any }

// Each returns a value of its kind.
func (v Value) Int64() int64            { return v.any.(int64) }
func (v Value) Uint64() uint64          { return v.any.(uint64) }
func (v Value) Float64() float64        { return v.any.(float64) }
func (v Value) Bool() bool              { return v.any.(bool) }
func (v Value) Time() time.Time         { return v.any.(time.Time) }
func (v Value) Duration() time.Duration { return v.any.(time.Duration) }
func (v Value) Group() []Attr           { return v.any.([]Attr) }
func (v Value) LogValuer() LogValuer    { return v.any.(LogValuer) }

func (v Value) String() string {
	switch v := v.any.(type) {
	case string:
		return v
	case time.Time:
		return v.Format(time.RFC3339Nano)
	}
	return fmt.Sprintf("%+v", v.any)
}

// Equal reports whether two values are the same.
func (v Value) Equal(w Value) bool {
	k := v.Kind()
	if k != w.Kind() {
		return false
	}
	if k != KindGroup {
		return v.any == w.any
	}
	a, b := v.Group(), w.Group()
	for i := range a {
		if i >= len(b) || !a[i].Equal(b[i]) {
			return false
		}
	}
	return len(a) == len(b)
}

// Resolve returns the value as which v is logged.
func (v Value) Resolve() (resolved Value) {
	defer func() {
		if r := recover(); r != nil {
			resolved = AnyValue(fmt.Errorf("LogValue panicked\n%v", r))
		}
	}()
	for range 100 {
		if v.Kind() != KindLogValuer {
			return v
		}
		v = v.LogValuer().LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times"))
}

// Attr is an attribute.
type Attr struct {
	Key   string
	Value Value
}

// Each returns an attribute.
func String(key, value string) Attr             { return Attr{key, StringValue(value)} }
func Int(key string, value int) Attr            { return Attr{key, IntValue(value)} }
func Int64(key string, value int64) Attr        { return Attr{key, Int64Value(value)} }
func Uint64(key string, v uint64) Attr          { return Attr{key, Uint64Value(v)} }
func Float64(key string, v float64) Attr        { return Attr{key, Float64Value(v)} }
func Bool(key string, v bool) Attr              { return Attr{key, BoolValue(v)} }
func Time(key string, v time.Time) Attr         { return Attr{key, TimeValue(v)} }
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }
func Any(key string, value any) Attr            { return Attr{key, AnyValue(value)} }

// Group returns an attribute that is a group of others.
func Group(key string, args ...any) Attr { return Attr{key, GroupValue(attrs(args)...)} }

// Equal reports whether two attributes are the same.
func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }

func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

// attrs returns the attributes of arguments: attributes, and keys before values.
func attrs(args []any) []Attr {
	var all []Attr
	for i := 0; i < len(args); i++ {
		switch arg := args[i].(type) {
		case Attr:
			all = append(all, arg)
		case string:
			if i+1 < len(args) {
				i++
				all = append(all, Any(arg, args[i]))
				continue
			}
			all = append(all, String("!BADKEY", arg))
		default:
			all = append(all, Any("!BADKEY", arg))
		}
	}
	return all
}

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
