// Package flag reads command lines. That of the process has nothing on it, unless it sets os.Args.
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
)

// ErrHelp says that help was asked for by a flag that isn't defined.
var ErrHelp = errors.New("flag: help requested")

// ErrorHandling is what is done where a command line is wrong.
type ErrorHandling int

// What can be done: return the error, end the process, panic.
const (
	ContinueOnError ErrorHandling = iota
	ExitOnError
	PanicOnError
)

// Flag is a flag.
type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string
}

// FlagSet is the flags of a command line.
type FlagSet struct {
	// Usage says how the flags are used.
	Usage func()

	name     string
	parsed   bool
	flags    map[string]*Flag
	given    map[string]*Flag
	args     []string
	handling ErrorHandling
	output   io.Writer
}

// NewFlagSet returns a set of no flags.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, handling: errorHandling}
	f.Usage = f.usage
	return f
}

// Init sets name and error handling.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name, f.handling = name, errorHandling
}

// Name returns the name of the set.
func (f *FlagSet) Name() string { return f.name }

// ErrorHandling returns what is done where a command line is wrong.
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handling }

// Output returns where messages go.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

// SetOutput says where messages go.
func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }

// Var defines a flag.
func (f *FlagSet) Var(value Value, name string, usage string) {
	wrong := func(format string, args ...any) {
		s := fmt.Sprintf(format, args...)
		fmt.Fprintln(f.Output(), s)
		panic(s)
	}
	switch {
	case strings.HasPrefix(name, "-"):
		wrong("flag %q begins with -", name)
	case strings.Contains(name, "="):
		wrong("flag %q contains =", name)
	case f.flags[name] != nil && f.name == "":
		wrong("flag redefined: %s", name)
	case f.flags[name] != nil:
		wrong("%s flag redefined: %s", f.name, name)
	}
	if f.flags == nil {
		f.flags = map[string]*Flag{}
	}
	f.flags[name] = &Flag{name, usage, value, value.String()}
}

// Lookup returns a flag, nil where there is none.
func (f *FlagSet) Lookup(name string) *Flag { return f.flags[name] }

// Set sets a flag.
func (f *FlagSet) Set(name, value string) error {
	flag := f.flags[name]
	if flag == nil {
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	if f.given == nil {
		f.given = map[string]*Flag{}
	}
	f.given[name] = flag
	return nil
}

func visit(flags map[string]*Flag, fn func(*Flag)) {
	var sorted []*Flag
	for _, flag := range flags {
		sorted = append(sorted, flag)
	}
	slices.SortFunc(sorted, func(a, b *Flag) int { return strings.Compare(a.Name, b.Name) })
	for _, flag := range sorted {
		fn(flag)
	}
}

// VisitAll calls fn for each flag, by name.
func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.flags, fn) }

// Visit calls fn for each flag that was given, by name.
func (f *FlagSet) Visit(fn func(*Flag)) { visit(f.given, fn) }

// Parsed reports whether Parse was called.
func (f *FlagSet) Parsed() bool { return f.parsed }

// Args returns what comes after the flags.
func (f *FlagSet) Args() []string { return f.args }

// NArg returns how much comes after the flags.
func (f *FlagSet) NArg() int { return len(f.args) }

// NFlag returns how many flags were given.
func (f *FlagSet) NFlag() int { return len(f.given) }

// Arg returns what comes at place i after the flags, or "".
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

// Parse reads a command line without the name of the command.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		more, err := f.next()
		if err == nil {
			if more {
				continue
			}
			return nil
		}
		switch f.handling {
		case ContinueOnError:
			return err
		case PanicOnError:
			panic(err)
		}
		if err == ErrHelp {
			os.Exit(0)
		}
		os.Exit(2)
	}
}

// next reads one flag, and reports whether there was one.
func (f *FlagSet) next() (bool, error) {
	if len(f.args) == 0 || len(f.args[0]) < 2 || f.args[0][0] != '-' {
		return false, nil
	}
	text := f.args[0]
	if text == "--" {
		f.args = f.args[1:]
		return false, nil
	}
	name := strings.TrimPrefix(text[1:], "-")
	if name == "" || name[0] == '-' || name[0] == '=' {
		return false, f.fail("bad flag syntax: %s", text)
	}
	f.args = f.args[1:]
	name, value, valued := strings.Cut(name, "=")
	flag := f.flags[name]
	if flag == nil {
		if name == "help" || name == "h" {
			f.callUsage()
			return false, ErrHelp
		}
		return false, f.fail("flag provided but not defined: -%s", name)
	}
	if b, ok := flag.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
		if !valued {
			value = "true"
		}
		if err := f.Set(name, value); err != nil && valued {
			return false, f.fail("invalid boolean value %q for -%s: %v", value, name, err)
		} else if err != nil {
			return false, f.fail("invalid boolean flag %s: %v", name, err)
		}
		return true, nil
	}
	if !valued && len(f.args) > 0 {
		value, f.args, valued = f.args[0], f.args[1:], true
	}
	if !valued {
		return false, f.fail("flag needs an argument: -%s", name)
	}
	if err := f.Set(name, value); err != nil {
		return false, f.fail("invalid value %q for flag -%s: %v", value, name, err)
	}
	return true, nil
}

func (f *FlagSet) fail(format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	fmt.Fprintln(f.Output(), err)
	f.callUsage()
	return err
}

func (f *FlagSet) callUsage() {
	if f.Usage == nil {
		f.usage()
		return
	}
	f.Usage()
}

func (f *FlagSet) usage() {
	if f.name == "" {
		fmt.Fprint(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// UnquoteUsage returns what a flag's value is called, by the backquotes in its usage or by its type, and the usage without.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	before, rest, _ := strings.Cut(flag.Usage, "`")
	if quoted, after, ok := strings.Cut(rest, "`"); ok {
		return quoted, before + quoted + after
	}
	switch v := flag.Value.(type) {
	case interface{ IsBoolFlag() bool }:
		if v.IsBoolFlag() {
			return "", flag.Usage
		}
	case *durationValue:
		return "duration", flag.Usage
	case *float64Value:
		return "float", flag.Usage
	case *intValue, *int64Value:
		return "int", flag.Usage
	case *stringValue:
		return "string", flag.Usage
	case *uintValue, *uint64Value:
		return "uint", flag.Usage
	}
	return "value", flag.Usage
}

// PrintDefaults prints the flags, what they are for and what they are where they aren't given.
func (f *FlagSet) PrintDefaults() {
	f.VisitAll(func(flag *Flag) {
		line := "  -" + flag.Name
		name, usage := UnquoteUsage(flag)
		if name != "" {
			line += " " + name
		}
		if len(line) <= 4 {
			line += "\t"
		} else {
			line += "\n    \t"
		}
		line += strings.ReplaceAll(usage, "\n", "\n    \t")
		_, text := flag.Value.(*stringValue)
		switch zero := slices.Contains([]string{"0", "false", "0s"}, flag.DefValue); {
		case flag.DefValue == "" || zero && !text:
		case text:
			line += fmt.Sprintf(" (default %q)", flag.DefValue)
		default:
			line += " (default " + flag.DefValue + ")"
		}
		fmt.Fprintln(f.Output(), line)
	})
}

// CommandLine is the flags of the process.
var CommandLine = NewFlagSet(os.Args[0], ExitOnError)

// Usage says how the flags of the process are used.
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\n", os.Args[0])
	PrintDefaults()
}

func init() {
	CommandLine.Usage = func() { Usage() }
}

// Each does with the flags of the process what the method of its name does.
func Parse()                                             { CommandLine.Parse(os.Args[1:]) }
func Parsed() bool                                       { return CommandLine.Parsed() }
func Args() []string                                     { return CommandLine.Args() }
func NArg() int                                          { return CommandLine.NArg() }
func NFlag() int                                         { return CommandLine.NFlag() }
func Arg(i int) string                                   { return CommandLine.Arg(i) }
func Var(value Value, name string, usage string)         { CommandLine.Var(value, name, usage) }
func Lookup(name string) *Flag                           { return CommandLine.Lookup(name) }
func Set(name, value string) error                       { return CommandLine.Set(name, value) }
func Visit(fn func(*Flag))                               { CommandLine.Visit(fn) }
func VisitAll(fn func(*Flag))                            { CommandLine.VisitAll(fn) }
func PrintDefaults()                                     { CommandLine.PrintDefaults() }
func Func(name, usage string, fn func(string) error)     { CommandLine.Func(name, usage, fn) }
func BoolFunc(name, usage string, fn func(string) error) { CommandLine.BoolFunc(name, usage, fn) }
func Int(name string, value int, usage string) *int      { return CommandLine.Int(name, value, usage) }
func Int64(name string, value int64, usage string) *int64 {
	return CommandLine.Int64(name, value, usage)
}
func Uint(name string, value uint, usage string) *uint { return CommandLine.Uint(name, value, usage) }
func Uint64(name string, value uint64, usage string) *uint64 {
	return CommandLine.Uint64(name, value, usage)
}
func Float64(name string, value float64, usage string) *float64 {
	return CommandLine.Float64(name, value, usage)
}
func Bool(name string, value bool, usage string) *bool { return CommandLine.Bool(name, value, usage) }
func String(name string, value string, usage string) *string {
	return CommandLine.String(name, value, usage)
}
func Duration(name string, value time.Duration, usage string) *time.Duration {
	return CommandLine.Duration(name, value, usage)
}
func IntVar(p *int, name string, value int, usage string) { CommandLine.IntVar(p, name, value, usage) }
func Int64Var(p *int64, name string, value int64, usage string) {
	CommandLine.Int64Var(p, name, value, usage)
}
func UintVar(p *uint, name string, value uint, usage string) {
	CommandLine.UintVar(p, name, value, usage)
}
func Uint64Var(p *uint64, name string, value uint64, usage string) {
	CommandLine.Uint64Var(p, name, value, usage)
}
func Float64Var(p *float64, name string, value float64, usage string) {
	CommandLine.Float64Var(p, name, value, usage)
}
func BoolVar(p *bool, name string, value bool, usage string) {
	CommandLine.BoolVar(p, name, value, usage)
}
func StringVar(p *string, name string, value string, usage string) {
	CommandLine.StringVar(p, name, value, usage)
}
func DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	CommandLine.DurationVar(p, name, value, usage)
}
