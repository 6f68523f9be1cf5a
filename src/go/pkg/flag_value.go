package flag

import (
	"errors"
	"strconv"
	"time"
)

// Value is what a flag sets.
type Value interface {
	String() string
	Set(string) error
}

// Getter is a Value that can be had.
type Getter interface {
	Value
	Get() any
}

// What is wrong with a text.
var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

// fault returns which of them err is.
func fault(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, strconv.ErrRange):
		return errRange
	}
	return errParse
}

// put stores what was read, as far as that went well.
func put[V, T any](to *V, value T, err error, as func(T) V) error {
	*to = as(value)
	return fault(err)
}

type boolValue bool

func (v *boolValue) Set(s string) error {
	b, err := strconv.ParseBool(s)
	return put(v, b, err, func(b bool) boolValue { return boolValue(b) })
}
func (v *boolValue) Get() any         { return bool(*v) }
func (v *boolValue) String() string   { return strconv.FormatBool(bool(*v)) }
func (v *boolValue) IsBoolFlag() bool { return true }

type intValue int

func (v *intValue) Set(s string) error {
	i, err := strconv.ParseInt(s, 0, strconv.IntSize)
	return put(v, i, err, func(i int64) intValue { return intValue(i) })
}
func (v *intValue) Get() any       { return int(*v) }
func (v *intValue) String() string { return strconv.Itoa(int(*v)) }

type int64Value int64

func (v *int64Value) Set(s string) error {
	i, err := strconv.ParseInt(s, 0, 64)
	return put(v, i, err, func(i int64) int64Value { return int64Value(i) })
}
func (v *int64Value) Get() any       { return int64(*v) }
func (v *int64Value) String() string { return strconv.FormatInt(int64(*v), 10) }

type uintValue uint

func (v *uintValue) Set(s string) error {
	i, err := strconv.ParseUint(s, 0, strconv.IntSize)
	return put(v, i, err, func(i uint64) uintValue { return uintValue(i) })
}
func (v *uintValue) Get() any       { return uint(*v) }
func (v *uintValue) String() string { return strconv.FormatUint(uint64(*v), 10) }

type uint64Value uint64

func (v *uint64Value) Set(s string) error {
	i, err := strconv.ParseUint(s, 0, 64)
	return put(v, i, err, func(i uint64) uint64Value { return uint64Value(i) })
}
func (v *uint64Value) Get() any       { return uint64(*v) }
func (v *uint64Value) String() string { return strconv.FormatUint(uint64(*v), 10) }

type float64Value float64

func (v *float64Value) Set(s string) error {
	f, err := strconv.ParseFloat(s, 64)
	return put(v, f, err, func(f float64) float64Value { return float64Value(f) })
}
func (v *float64Value) Get() any       { return float64(*v) }
func (v *float64Value) String() string { return strconv.FormatFloat(float64(*v), 'g', -1, 64) }

type stringValue string

func (v *stringValue) Set(s string) error {
	*v = stringValue(s)
	return nil
}
func (v *stringValue) Get() any       { return string(*v) }
func (v *stringValue) String() string { return string(*v) }

type durationValue time.Duration

func (v *durationValue) Set(s string) error {
	d, err := time.ParseDuration(s)
	return put(v, d, err, func(d time.Duration) durationValue { return durationValue(d) })
}
func (v *durationValue) Get() any       { return time.Duration(*v) }
func (v *durationValue) String() string { return time.Duration(*v).String() }

// funcValue calls a function with each text.
type funcValue func(string) error

func (f funcValue) Set(s string) error { return f(s) }
func (f funcValue) String() string     { return "" }

type boolFuncValue func(string) error

func (f boolFuncValue) Set(s string) error { return f(s) }
func (f boolFuncValue) String() string     { return "" }
func (f boolFuncValue) IsBoolFlag() bool   { return true }

// Each defines a flag of its type: of a variable, or of a new one that it returns.
func (f *FlagSet) IntVar(p *int, name string, value int, usage string) {
	*p = value
	f.Var((*intValue)(p), name, usage)
}
func (f *FlagSet) Int64Var(p *int64, name string, value int64, usage string) {
	*p = value
	f.Var((*int64Value)(p), name, usage)
}
func (f *FlagSet) UintVar(p *uint, name string, value uint, usage string) {
	*p = value
	f.Var((*uintValue)(p), name, usage)
}
func (f *FlagSet) Uint64Var(p *uint64, name string, value uint64, usage string) {
	*p = value
	f.Var((*uint64Value)(p), name, usage)
}
func (f *FlagSet) Float64Var(p *float64, name string, value float64, usage string) {
	*p = value
	f.Var((*float64Value)(p), name, usage)
}
func (f *FlagSet) BoolVar(p *bool, name string, value bool, usage string) {
	*p = value
	f.Var((*boolValue)(p), name, usage)
}
func (f *FlagSet) StringVar(p *string, name string, value string, usage string) {
	*p = value
	f.Var((*stringValue)(p), name, usage)
}
func (f *FlagSet) DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	*p = value
	f.Var((*durationValue)(p), name, usage)
}

// defined defines a flag by one of these methods, of a new variable.
func defined[T any](define func(p *T, name string, value T, usage string), name string, value T, usage string) *T {
	p := new(T)
	define(p, name, value, usage)
	return p
}

func (f *FlagSet) Int(name string, value int, usage string) *int {
	return defined(f.IntVar, name, value, usage)
}
func (f *FlagSet) Int64(name string, value int64, usage string) *int64 {
	return defined(f.Int64Var, name, value, usage)
}
func (f *FlagSet) Uint(name string, value uint, usage string) *uint {
	return defined(f.UintVar, name, value, usage)
}
func (f *FlagSet) Uint64(name string, value uint64, usage string) *uint64 {
	return defined(f.Uint64Var, name, value, usage)
}
func (f *FlagSet) Float64(name string, value float64, usage string) *float64 {
	return defined(f.Float64Var, name, value, usage)
}
func (f *FlagSet) Bool(name string, value bool, usage string) *bool {
	return defined(f.BoolVar, name, value, usage)
}
func (f *FlagSet) String(name string, value string, usage string) *string {
	return defined(f.StringVar, name, value, usage)
}
func (f *FlagSet) Duration(name string, value time.Duration, usage string) *time.Duration {
	return defined(f.DurationVar, name, value, usage)
}

// Func defines a flag whose text goes to fn.
func (f *FlagSet) Func(name, usage string, fn func(string) error) { f.Var(funcValue(fn), name, usage) }

// BoolFunc defines a flag that needs no text, and goes to fn.
func (f *FlagSet) BoolFunc(name, usage string, fn func(string) error) {
	f.Var(boolFuncValue(fn), name, usage)
}
