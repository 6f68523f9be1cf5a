// Package log writes lines for those who look after a program.
package log

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// What stands before a line.
const (
	Ldate = 1 << iota
	Ltime
	Lmicroseconds
	Llongfile
	Lshortfile
	LUTC
	Lmsgprefix
	LstdFlags = Ldate | Ltime
)

// Logger writes lines to a Writer.
type Logger struct {
	mu     sync.Mutex
	out    io.Writer
	prefix string
	flags  int
}

// New returns a Logger that writes to out.
func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out: out, prefix: prefix, flags: flag}
}

var std = New(os.Stderr, "", LstdFlags)

// Default returns the Logger that the functions use.
func Default() *Logger { return std }

// Output writes a line.
func (l *Logger) Output(calldepth int, s string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	line := l.header() + s
	if line == "" || line[len(line)-1] != '\n' {
		line += "\n"
	}
	_, err := io.WriteString(l.out, line)
	return err
}

func (l *Logger) header() string {
	text := ""
	if l.flags&Lmsgprefix == 0 {
		text = l.prefix
	}
	now := time.Now()
	if l.flags&Ldate != 0 {
		year, month, day := now.Date()
		text += fmt.Sprintf("%04d/%02d/%02d ", year, int(month), day)
	}
	if l.flags&(Ltime|Lmicroseconds) != 0 {
		hour, minute, second := now.Clock()
		text += fmt.Sprintf("%02d:%02d:%02d", hour, minute, second)
		if l.flags&Lmicroseconds != 0 {
			text += fmt.Sprintf(".%06d", now.Nanosecond()/1000)
		}
		text += " "
	}
	if l.flags&(Lshortfile|Llongfile) != 0 {
		file, line := place()
		text += fmt.Sprintf("%s:%d: ", file, line)
	}
	if l.flags&Lmsgprefix != 0 {
		text += l.prefix
	}
	return text
}

// place returns where the program is, outside of the library.
func place() (file string, line int)

// Flags returns what stands before a line.
func (l *Logger) Flags() int { return l.flags }

// SetFlags sets what stands before a line.
func (l *Logger) SetFlags(flag int) { l.flags = flag }

// Prefix returns the text before a line.
func (l *Logger) Prefix() string { return l.prefix }

// SetPrefix sets the text before a line.
func (l *Logger) SetPrefix(prefix string) { l.prefix = prefix }

// Writer returns what lines are written to.
func (l *Logger) Writer() io.Writer { return l.out }

// SetOutput sets what lines are written to.
func (l *Logger) SetOutput(w io.Writer) { l.out = w }

// Print writes a line as fmt.Print does.
func (l *Logger) Print(v ...any) { l.Output(2, fmt.Sprint(v...)) }

// Printf writes a line as fmt.Printf does.
func (l *Logger) Printf(format string, v ...any) { l.Output(2, fmt.Sprintf(format, v...)) }

// Println writes a line as fmt.Println does.
func (l *Logger) Println(v ...any) { l.Output(2, fmt.Sprintln(v...)) }

// Fatal is Print, and the end of the process with status 1.
func (l *Logger) Fatal(v ...any) {
	l.Output(2, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf, and the end of the process with status 1.
func (l *Logger) Fatalf(format string, v ...any) {
	l.Output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println, and the end of the process with status 1.
func (l *Logger) Fatalln(v ...any) {
	l.Output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print, and a panic.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.Output(2, s)
	panic(s)
}

// Panicf is Printf, and a panic.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.Output(2, s)
	panic(s)
}

// Panicln is Println, and a panic.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.Output(2, s)
	panic(s)
}

// Output writes a line.
func Output(calldepth int, s string) error { return std.Output(calldepth+1, s) }

// Flags returns what stands before a line.
func Flags() int { return std.Flags() }

// SetFlags sets what stands before a line.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix returns the text before a line.
func Prefix() string { return std.Prefix() }

// SetPrefix sets the text before a line.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }

// Writer returns what lines are written to.
func Writer() io.Writer { return std.Writer() }

// SetOutput sets what lines are written to.
func SetOutput(w io.Writer) { std.SetOutput(w) }

// Print writes a line as fmt.Print does.
func Print(v ...any) { std.Print(v...) }

// Printf writes a line as fmt.Printf does.
func Printf(format string, v ...any) { std.Printf(format, v...) }

// Println writes a line as fmt.Println does.
func Println(v ...any) { std.Println(v...) }

// Fatal is Print, and the end of the process with status 1.
func Fatal(v ...any) { std.Fatal(v...) }

// Fatalf is Printf, and the end of the process with status 1.
func Fatalf(format string, v ...any) { std.Fatalf(format, v...) }

// Fatalln is Println, and the end of the process with status 1.
func Fatalln(v ...any) { std.Fatalln(v...) }

// Panic is Print, and a panic.
func Panic(v ...any) { std.Panic(v...) }

// Panicf is Printf, and a panic.
func Panicf(format string, v ...any) { std.Panicf(format, v...) }

// Panicln is Println, and a panic.
func Panicln(v ...any) { std.Panicln(v...) }
