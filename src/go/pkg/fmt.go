// Package fmt prints values and builds text from them.
package fmt

import (
	"errors"
	"io"
	"os"
)

// Stringer is what says itself as text.
type Stringer interface{ String() string }

// GoStringer is what says itself as Go source, for %#v.
type GoStringer interface{ GoString() string }

// State is what a Formatter writes to, and how.
type State interface {
	// Write writes b.
	Write(b []byte) (n int, err error)
	// Width returns the width, and whether one is given.
	Width() (wid int, ok bool)
	// Precision returns the precision, and whether one is given.
	Precision() (prec int, ok bool)
	// Flag reports whether flag c, one of "+-# 0", is given.
	Flag(c int) bool
}

// Formatter is what formats itself.
type Formatter interface{ Format(f State, verb rune) }

// Print writes its operands to standard output, with spaces between those that aren't strings.
func Print(a ...any) (n int, err error) { return os.Stdout.WriteString(Sprint(a...)) }

// Println writes its operands to standard output, with spaces between them and a newline.
func Println(a ...any) (n int, err error) { return os.Stdout.WriteString(Sprintln(a...)) }

// Printf writes to standard output what format says.
func Printf(format string, a ...any) (n int, err error) {
	return os.Stdout.WriteString(Sprintf(format, a...))
}

// Fprint is Print to w.
func Fprint(w io.Writer, a ...any) (n int, err error) { return write(w, Sprint(a...)) }

// Fprintln is Println to w.
func Fprintln(w io.Writer, a ...any) (n int, err error) { return write(w, Sprintln(a...)) }

// Fprintf is Printf to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	return write(w, Sprintf(format, a...))
}

// write writes text by Write alone, as Go does; to a file, whose methods nobody sees, directly.
func write(w io.Writer, text string) (n int, err error) {
	if file, ok := w.(*os.File); ok {
		return file.WriteString(text)
	}
	return w.Write([]byte(text))
}

// Sprint returns what Print writes.
func Sprint(a ...any) string {
	s, _ := say(asPrint, "", a)
	return s
}

// Sprintln returns what Println writes.
func Sprintln(a ...any) string {
	s, _ := say(asPrintln, "", a)
	return s
}

// Sprintf returns what Printf writes.
func Sprintf(format string, a ...any) string {
	s, _ := say(asPrintf, format, a)
	return s
}

// Append appends what Print writes.
func Append(b []byte, a ...any) []byte { return append(b, Sprint(a...)...) }

// Appendln appends what Println writes.
func Appendln(b []byte, a ...any) []byte { return append(b, Sprintln(a...)...) }

// Appendf appends what Printf writes.
func Appendf(b []byte, format string, a ...any) []byte { return append(b, Sprintf(format, a...)...) }

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf returns an error with the text that format says; it wraps the operands of %w.
func Errorf(format string, a ...any) (err error) {
	s, wrapped := say(asErrorf, format, a)
	switch len(wrapped) {
	case 0:
		return errors.New(s)
	case 1:
		err, _ := a[wrapped[0]].(error)
		return &wrapError{s, err}
	}
	var errs []error
	for _, i := range wrapped {
		if err, ok := a[i].(error); ok {
			errs = append(errs, err)
		}
	}
	return &wrapErrors{s, errs}
}

// FormatString returns the directive that a Formatter was called for.
func FormatString(state State, verb rune) string {
	s := "%"
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			s += string(c)
		}
	}
	if w, ok := state.Width(); ok {
		s += Sprint(w)
	}
	if p, ok := state.Precision(); ok {
		s += "." + Sprint(p)
	}
	return s + string(verb)
}

// What is to be said.
const (
	asPrint = iota
	asPrintln
	asPrintf
	asErrorf
)

// say formats. What has methods for that is asked first, in the order in which it will be printed.
func say(how int, format string, a []any) (s string, wrapped []int) {
	s, asked, how5, wrapped := render(how, format, a, nil, nil)
	if len(asked) == 0 {
		return s, wrapped
	}
	texts := make([]string, len(asked))
	done := make([]bool, len(asked))
	for i, arg := range asked {
		h := how5[5*i:]
		texts[i], done[i] = ask(arg, request{h[0], rune(h[1]), h[2], h[3], h[4]})
	}
	s, _, _, wrapped = render(how, format, a, texts, done)
	return s, wrapped
}

// render formats a. Where texts is nil it returns those values that must be asked for their texts, and with which five
// numbers each; else it takes their texts, of which those that are done need no formatting. Last come the operands of %w.
func render(how int, format string, a []any, texts []string, done []bool) (s string, asked []any, how5 []int, wrapped []int)

// request is how a value is asked: by which method, for which verb, with which flags, width and precision.
type request struct {
	method           int
	verb             rune
	flags, wid, prec int
}

// The methods.
const (
	format = iota
	goString
	errorText
	stringText
)

var methodNames = [...]string{"Format", "GoString", "Error", "String"}

// ask calls the method; done says that the text is to be printed as it is.
func ask(arg any, r request) (s string, done bool) {
	var st state
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		done = true
		if isNil(arg) {
			s = string(st.text) + "<nil>"
			return
		}
		s = string(st.text) + "%!" + string(r.verb) + "(PANIC=" + methodNames[r.method] + " method: " + Sprint(p) + ")"
	}()
	switch r.method {
	case format:
		st.request = r
		arg.(Formatter).Format(&st, r.verb)
		return string(st.text), true
	case goString:
		return arg.(GoStringer).GoString(), false
	case errorText:
		return arg.(error).Error(), false
	}
	return arg.(Stringer).String(), false
}

// isNil reports whether v is a nil pointer.
func isNil(v any) bool

// state is what a Formatter is given.
type state struct {
	request
	text []byte
}

func (s *state) Write(b []byte) (n int, err error) {
	s.text = append(s.text, b...)
	return len(b), nil
}

func (s *state) WriteString(b string) (n int, err error) {
	s.text = append(s.text, b...)
	return len(b), nil
}

func (s *state) Width() (wid int, ok bool)      { return max(s.wid, 0), s.wid >= 0 }
func (s *state) Precision() (prec int, ok bool) { return max(s.prec, 0), s.prec >= 0 }

func (s *state) Flag(c int) bool {
	for i, flag := range "+-# 0" {
		if c == int(flag) {
			return s.flags>>i&1 != 0
		}
	}
	return false
}
