// Package os is what a program here has of an operating system: two streams to write to, and an end.
package os

import "io"

// Args is the command line: the program's name.
var Args = []string{"main"}

// The streams of the process. Nothing can be read from Stdin.
var (
	Stdin  = &File{0, "/dev/stdin"}
	Stdout = &File{1, "/dev/stdout"}
	Stderr = &File{2, "/dev/stderr"}
)

// File is a stream of the process.
type File struct {
	number int
	name   string
}

// Name returns the name of the stream.
func (f *File) Name() string { return f.name }

// Write writes b.
func (f *File) Write(b []byte) (n int, err error) { return f.WriteString(string(b)) }

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) {
	write(f.number, s)
	return len(s), nil
}

// Read finds the end.
func (f *File) Read(b []byte) (n int, err error) { return 0, io.EOF }

// Close does nothing.
func (f *File) Close() error { return nil }

// Signal is what a process can be told from outside; nobody does.
type Signal interface {
	String() string
	Signal()
}

type interrupt string

func (s interrupt) String() string { return string(s) }
func (s interrupt) Signal()        {}

// The signals that every system has.
var (
	Interrupt Signal = interrupt("interrupt")
	Kill      Signal = interrupt("killed")
)

// Getenv returns "": no variable is set.
func Getenv(key string) string { return "" }

// LookupEnv finds no variable.
func LookupEnv(key string) (string, bool) { return "", false }

// Getpid returns the number of the process.
func Getpid() int { return 1 }

// Exit ends the process at once, with this status.
func Exit(code int)

func write(number int, s string)
