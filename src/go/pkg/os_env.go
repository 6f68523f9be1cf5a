package os

import (
	"errors"
	"strings"
	"sync"
)

// environment is the variables, of which none is set at first.
var environment struct {
	sync.RWMutex
	names  []string
	values map[string]string
}

// SyscallError says what the system couldn't do, and why.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }

// Unwrap returns why.
func (e *SyscallError) Unwrap() error { return e.Err }

// Setenv sets a variable.
func Setenv(key, value string) error {
	if key == "" || strings.ContainsAny(key, "=\x00") || strings.Contains(value, "\x00") {
		return &SyscallError{"setenv", errors.New("invalid argument")}
	}
	environment.Lock()
	defer environment.Unlock()
	if environment.values == nil {
		environment.values = map[string]string{}
	}
	if _, ok := environment.values[key]; !ok {
		environment.names = append(environment.names, key)
	}
	environment.values[key] = value
	return nil
}

// Unsetenv takes a variable away.
func Unsetenv(key string) error {
	environment.Lock()
	defer environment.Unlock()
	delete(environment.values, key)
	for i, name := range environment.names {
		if name == key {
			environment.names = append(environment.names[:i:i], environment.names[i+1:]...)
			break
		}
	}
	return nil
}

// Clearenv takes all variables away.
func Clearenv() {
	environment.Lock()
	defer environment.Unlock()
	environment.names, environment.values = nil, nil
}

// LookupEnv returns a variable, and whether it is set.
func LookupEnv(key string) (string, bool) {
	environment.RLock()
	defer environment.RUnlock()
	value, ok := environment.values[key]
	return value, ok
}

// Getenv returns a variable, "" where it isn't set.
func Getenv(key string) string {
	value, _ := LookupEnv(key)
	return value
}

// Environ returns all variables, as name=value.
func Environ() []string {
	environment.RLock()
	defer environment.RUnlock()
	var all []string
	for _, name := range environment.names {
		all = append(all, name+"="+environment.values[name])
	}
	return all
}

// ExpandEnv puts variables in the places of ${name} and $name.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand puts what mapping says in the places of ${name} and $name.
func Expand(s string, mapping func(string) string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(s, "$")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		name, size := named(after)
		switch {
		case name == "" && size == 0:
			out.WriteByte('$')
		case name != "":
			out.WriteString(mapping(name))
		}
		s = after[size:]
	}
}

// named returns the name that s begins with, in braces or not, and how long that is there.
func named(s string) (name string, size int) {
	letter := func(c byte) bool {
		return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	switch {
	case s == "":
		return "", 0
	case s[0] == '{':
		end := strings.IndexByte(s, '}')
		switch {
		case end < 0:
			return "", 1
		case end == 1:
			return "", 2
		}
		return s[1:end], end + 1
	case strings.IndexByte("*#$@!?-0123456789", s[0]) >= 0:
		return s[:1], 1
	}
	for size < len(s) && letter(s[size]) {
		size++
	}
	return s[:size], size
}
