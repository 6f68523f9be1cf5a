package slog

import (
	"fmt"
	"time"
)

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
