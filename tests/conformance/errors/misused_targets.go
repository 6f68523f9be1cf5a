// Targets of errors.As that can never be right, and a Builder that was copied: both panic.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type notFound struct{ name string }

func (e *notFound) Error() string { return e.name + " not found" }

type full int

func (f full) Error() string { return fmt.Sprint("full at ", int(f)) }

func try(name string, f func() any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	err := fmt.Errorf("open: %w", &notFound{"x"})
	try("pointer", func() any {
		var e *notFound
		return errors.As(err, &e) && e.name == "x"
	})
	try("value of a pointer's error", func() any {
		var e notFound
		return errors.As(err, &e)
	})
	try("value", func() any {
		var e full
		return errors.As(fmt.Errorf("%w", full(3)), &e) && e == 3
	})
	try("pointer to a value's error", func() any {
		var e *full
		return errors.As(full(3), &e)
	})
	try("string", func() any {
		var s string
		return errors.As(err, &s)
	})
	try("interface", func() any {
		var s fmt.Stringer
		return errors.As(err, &s)
	})
	try("no pointer", func() any { return errors.As(err, notFound{}) })
	try("nil", func() any { return errors.As(err, nil) })
	try("no error", func() any { return errors.As(nil, nil) })

	var b strings.Builder
	b.WriteString("one")
	c := b
	try("copy read", func() any { return c.String() })
	try("copy written", func() any { return fmt.Sprint(c.WriteString("two")) })
	c.Reset()
	try("copy reset", func() any {
		c.WriteRune('ü')
		return c.String()
	})
	try("repeat", func() any { return strings.Repeat("ab", 1<<62) })
}
