// Package debug tells of the machine that runs the program, and takes wishes that it has no use for.
package debug

import (
	"os"
	"runtime"
)

// Stack returns the stack of the current goroutine.
func Stack() []byte {
	buf := make([]byte, 64*1024)
	return buf[:runtime.Stack(buf, false)]
}

// PrintStack writes the stack of the current goroutine to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

var percent = 100

// SetGCPercent returns what was set before; garbage is collected as ever.
func SetGCPercent(n int) int {
	before := percent
	percent = n
	return before
}

// FreeOSMemory collects garbage.
func FreeOSMemory() { runtime.GC() }

var threads = 10000

// SetMaxThreads returns what was set before; there are no threads.
func SetMaxThreads(n int) int {
	before := threads
	threads = n
	return before
}
