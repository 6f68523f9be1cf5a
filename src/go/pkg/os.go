// Package os is what a program here has of an operating system: two streams to write to, and an end.
package os

import (
	"errors"
	"io"
)

// What can be wrong with files.
var (
	ErrInvalid          = errors.New("invalid argument")
	ErrPermission       = errors.New("permission denied")
	ErrExist            = errors.New("file already exists")
	ErrNotExist         = errors.New("file does not exist")
	ErrClosed           = errors.New("file already closed")
	ErrDeadlineExceeded = errors.New("i/o timeout")
)

// PathError says what couldn't be done with which file, and why.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

// Unwrap returns why.
func (e *PathError) Unwrap() error { return e.Err }

// noEntry is what systems say of a file that isn't there.
type noEntry struct{}

func (noEntry) Error() string        { return "no such file or directory" }
func (noEntry) Is(target error) bool { return target == ErrNotExist }

// Open finds no file: there are none.
func Open(name string) (*File, error) { return nil, &PathError{"open", name, noEntry{}} }

// ReadFile finds no file: there are none.
func ReadFile(name string) ([]byte, error) { return nil, &PathError{"open", name, noEntry{}} }

// IsNotExist reports whether err says that a file isn't there.
func IsNotExist(err error) bool { return errors.Is(err, ErrNotExist) }

// IsExist reports whether err says that a file is there already.
func IsExist(err error) bool { return errors.Is(err, ErrExist) }

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

// Getpid returns the number of the process.
func Getpid() int { return 1 }

// Exit ends the process at once, with this status.
func Exit(code int)

func write(number int, s string)
