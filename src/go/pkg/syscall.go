// Package syscall has the names of signals.
package syscall

import "strconv"

// Signal is what a process can be told from outside.
type Signal int

// The signals that programs ask for.
const (
	SIGHUP  Signal = 1
	SIGINT  Signal = 2
	SIGQUIT Signal = 3
	SIGKILL Signal = 9
	SIGUSR1 Signal = 10
	SIGUSR2 Signal = 12
	SIGTERM Signal = 15
)

// Signal marks that it is one.
func (s Signal) Signal() {}

// String returns what the signal is called.
func (s Signal) String() string {
	switch s {
	case SIGHUP:
		return "hangup"
	case SIGINT:
		return "interrupt"
	case SIGQUIT:
		return "quit"
	case SIGKILL:
		return "killed"
	case SIGUSR1:
		return "user defined signal 1"
	case SIGUSR2:
		return "user defined signal 2"
	case SIGTERM:
		return "terminated"
	}
	return "signal " + strconv.Itoa(int(s))
}
