// Package runtime tells of the machine that runs the program. It is part of every program, since the machine itself
// panics with values of its types.
package runtime

// Error is what the machine panics with.
type Error interface {
	error
	RuntimeError()
}

// errorString is an error whose text says that it is the machine's.
type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return string(e) }

// plainError is an error whose text says so by itself.
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// boundsError is an error about an index.
type boundsError string

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return string(e) }

// A TypeAssertionError is a failed type assertion.
type TypeAssertionError struct{ text string }

func (*TypeAssertionError) RuntimeError()   {}
func (e *TypeAssertionError) Error() string { return e.text }

// A PanicNilError is what panic(nil) panics with.
type PanicNilError struct{ text string }

func (*PanicNilError) RuntimeError()   {}
func (e *PanicNilError) Error() string { return e.text }

type stringer interface{ String() string }

// text returns what a value's own method says of it. The machine asks the methods themselves when a panic ends the
// process; this is what keeps them in the program.
func text(v any) string {
	switch v := v.(type) {
	case error:
		return v.Error()
	case stringer:
		return v.String()
	}
	return ""
}

func init() {
	var e Error = errorString("")
	text(e)
	e = plainError("")
	text(e)
	e = boundsError("")
	text(e)
	e = &TypeAssertionError{}
	text(e)
	e = &PanicNilError{}
	text(e)
}

// GOOS and GOARCH are those that programs are most often written for.
const (
	GOOS   = "linux"
	GOARCH = "amd64"
)

// Gosched lets other goroutines go first.
func Gosched()

// Goexit ends the current goroutine, after its deferred calls.
func Goexit()

// NumGoroutine returns how many goroutines there are.
func NumGoroutine() int

// NumCPU returns the number of cores.
func NumCPU() int

var procs = NumCPU()

// GOMAXPROCS sets how many cores are used and returns what was set before. The scenario's cores stay what they are.
func GOMAXPROCS(n int) int {
	before := procs
	if n > 0 {
		procs = n
	}
	return before
}

// GC collects garbage.
func GC()

// Caller tells where the function was called that is skip calls up from the one that asks: the file and the line.
func Caller(skip int) (pc uintptr, file string, line int, ok bool)

// A Func is a function of the program.
type Func struct{ name string }

// FuncForPC returns the function that Caller told of by pc.
func FuncForPC(pc uintptr) *Func {
	if name := funcName(pc); name != "" {
		return &Func{name}
	}
	return nil
}

func funcName(pc uintptr) string

// Name returns the function's name, with its package.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// Stack writes the stack of the current goroutine, or of all, to buf and returns how many bytes those are.
func Stack(buf []byte, all bool) int { return copy(buf, stackText(all)) }

func stackText(all bool) string

// LockOSThread has no effect: there are no threads to choose from.
func LockOSThread() {}

// UnlockOSThread has no effect.
func UnlockOSThread() {}

// SetFinalizer has no effect: Go doesn't promise that a finalizer ever runs.
func SetFinalizer(obj, finalizer any) {}

// NumCgoCall returns 0.
func NumCgoCall() int64 { return 0 }

// GOROOT returns where Go is installed: nowhere.
func GOROOT() string { return "" }

// Compiler names what compiled the program, as Go's own compiler is called.
const Compiler = "gc"

// KeepAlive keeps x until here.
func KeepAlive(x any) {}

// Version returns the Go version that is imitated.
func Version() string { return "go1.27" }

// MemStats says how much memory is used; what isn't told here stays 0.
type MemStats struct {
	Alloc         uint64
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
}

// ReadMemStats fills in m.
func ReadMemStats(m *MemStats) {
	m.Alloc = heapBytes()
	m.HeapAlloc = m.Alloc
	m.HeapInuse = m.Alloc
	m.Sys = processBytes()
	m.HeapSys = m.Sys
	m.Mallocs = allocations()
	m.TotalAlloc = m.Alloc
}

func heapBytes() uint64
func processBytes() uint64
func allocations() uint64

// rangeState panics: an iterator called the body of a loop that is in this state, or kept its panic from it.
func rangeState(state int)

// print and println are what the predeclared functions of these names become.
func print(args []any)
func println(args []any)

// divide returns the quotient of two complex numbers by their parts.
func divide(a, b, c, d float64) (real, imag float64)
