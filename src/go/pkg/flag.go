// Package flag reads the command line, which has nothing on it: every flag has its default value.
package flag

import (
	"os"
	"time"
)

var parsed bool

// Parse reads the command line.
func Parse() { parsed = true }

// Parsed reports whether Parse was called.
func Parsed() bool { return parsed }

// Args returns what comes after the flags.
func Args() []string { return os.Args[1:] }

// NArg returns how much comes after the flags.
func NArg() int { return len(os.Args) - 1 }

// NFlag returns how many flags are given.
func NFlag() int { return 0 }

// Arg returns what comes at place i after the flags, or "".
func Arg(i int) string { return "" }

func at[T any](value T) *T { return &value }

// Int makes a flag.
func Int(name string, value int, usage string) *int { return at(value) }

// Int64 makes a flag.
func Int64(name string, value int64, usage string) *int64 { return at(value) }

// Uint makes a flag.
func Uint(name string, value uint, usage string) *uint { return at(value) }

// Uint64 makes a flag.
func Uint64(name string, value uint64, usage string) *uint64 { return at(value) }

// Float64 makes a flag.
func Float64(name string, value float64, usage string) *float64 { return at(value) }

// Bool makes a flag.
func Bool(name string, value bool, usage string) *bool { return at(value) }

// String makes a flag.
func String(name string, value string, usage string) *string { return at(value) }

// Duration makes a flag.
func Duration(name string, value time.Duration, usage string) *time.Duration { return at(value) }

// IntVar makes a flag of a variable.
func IntVar(p *int, name string, value int, usage string) { *p = value }

// Int64Var makes a flag of a variable.
func Int64Var(p *int64, name string, value int64, usage string) { *p = value }

// UintVar makes a flag of a variable.
func UintVar(p *uint, name string, value uint, usage string) { *p = value }

// Float64Var makes a flag of a variable.
func Float64Var(p *float64, name string, value float64, usage string) { *p = value }

// BoolVar makes a flag of a variable.
func BoolVar(p *bool, name string, value bool, usage string) { *p = value }

// StringVar makes a flag of a variable.
func StringVar(p *string, name string, value string, usage string) { *p = value }

// DurationVar makes a flag of a variable.
func DurationVar(p *time.Duration, name string, value time.Duration, usage string) { *p = value }
