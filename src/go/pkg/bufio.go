// Package bufio reads and writes in larger pieces, and by lines and words.
package bufio

import (
	"errors"
	"io"
	"unicode"
	"unicode/utf8"
)

// MaxScanTokenSize is how long a Scanner's token may be, unless Buffer says otherwise.
const MaxScanTokenSize = 64 * 1024

const (
	bufferSize   = 4096
	leastSize    = 16
	emptyReads   = 100
	maxEmptyTurn = 100
)

// Mistakes of a Scanner.
var (
	// ErrTooLong says that a token is longer than the buffer.
	ErrTooLong = errors.New("bufio.Scanner: token too long")
	// ErrNegativeAdvance says that a SplitFunc wants to go back.
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	// ErrAdvanceTooFar says that a SplitFunc wants to go on beyond what there is.
	ErrAdvanceTooFar = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	// ErrBadReadCount says that a reader read more than there was room for, or less than nothing.
	ErrBadReadCount = errors.New("bufio.Scanner: Read returned impossible count")
	// ErrFinalToken tells a Scanner that a token is the last.
	ErrFinalToken = errors.New("final token")
)

// SplitFunc finds the next token: how many bytes to go on, and the token. It asks for more with 0 and nil.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// Scanner reads token by token.
type Scanner struct {
	r     io.Reader
	split SplitFunc
	max   int
	token []byte
	buf   []byte
	// what is read but not scanned: buf[from:to]
	from, to int
	err      error
	empty    int
	begun    bool
	closed   bool
}

// NewScanner returns a Scanner of the lines of r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, max: MaxScanTokenSize}
}

// Buffer sets the first buffer, and how long it may grow.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.begun {
		panic("Buffer called after Scan")
	}
	s.buf, s.max = buf[:cap(buf)], max
}

// Split sets what a token is.
func (s *Scanner) Split(split SplitFunc) {
	if s.begun {
		panic("Split called after Scan")
	}
	s.split = split
}

// Bytes returns the token.
func (s *Scanner) Bytes() []byte { return s.token }

// Text returns the token.
func (s *Scanner) Text() string { return string(s.token) }

// Err returns the first error, but not EOF.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Scan goes on to the next token, and reports whether there is one.
func (s *Scanner) Scan() bool {
	if s.closed {
		return false
	}
	s.begun = true
	for {
		if s.to > s.from || s.err != nil {
			advance, token, err := s.split(s.buf[s.from:s.to], s.err != nil)
			if err == ErrFinalToken {
				s.token, s.closed = token, true
				return token != nil
			}
			if err != nil || !s.advance(advance) {
				return s.stop(err)
			}
			s.token = token
			if token != nil {
				if s.err == nil || advance > 0 {
					s.empty = 0
				} else if s.empty++; s.empty > maxEmptyTurn {
					panic("bufio.Scan: too many empty tokens without progressing")
				}
				return true
			}
		}
		if s.err != nil {
			s.from, s.to = 0, 0
			return s.stop(nil)
		}
		s.makeRoom()
		if s.to == len(s.buf) {
			return s.stop(ErrTooLong)
		}
		s.read()
	}
}

func (s *Scanner) stop(err error) bool {
	s.note(err)
	s.token = nil
	return false
}

func (s *Scanner) note(err error) {
	if err != nil && (s.err == nil || s.err == io.EOF) {
		s.err = err
	}
}

func (s *Scanner) advance(n int) bool {
	switch {
	case n < 0:
		s.note(ErrNegativeAdvance)
		return false
	case n > s.to-s.from:
		s.note(ErrAdvanceTooFar)
		return false
	}
	s.from += n
	return true
}

// makeRoom moves what isn't scanned to the front, and makes the buffer twice as long where it's full and may grow.
func (s *Scanner) makeRoom() {
	if s.from > 0 && (s.to == len(s.buf) || s.from > len(s.buf)/2) {
		copy(s.buf, s.buf[s.from:s.to])
		s.from, s.to = 0, s.to-s.from
	}
	if s.to == len(s.buf) && len(s.buf) < s.max {
		size := 2 * len(s.buf)
		if size == 0 {
			size = bufferSize
		}
		larger := make([]byte, min(size, s.max))
		s.from, s.to = 0, copy(larger, s.buf[s.from:s.to])
		s.buf = larger
	}
}

func (s *Scanner) read() {
	for range emptyReads + 1 {
		n, err := s.r.Read(s.buf[s.to:])
		if n < 0 || n > len(s.buf)-s.to {
			s.note(ErrBadReadCount)
			return
		}
		s.to += n
		s.note(err)
		if err != nil {
			return
		}
		if n > 0 {
			s.empty = 0
			return
		}
	}
	s.note(io.ErrNoProgress)
}

// ScanLines makes each line a token, without its end.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	for i, c := range data {
		if c == '\n' {
			return i + 1, withoutReturn(data[:i]), nil
		}
	}
	if atEOF && len(data) > 0 {
		return len(data), withoutReturn(data), nil
	}
	return 0, nil, nil
}

func withoutReturn(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}

// ScanWords makes each word a token.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		r, size := utf8.DecodeRune(data[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += size
	}
	for i := start; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if unicode.IsSpace(r) {
			return i + size, data[start:i], nil
		}
		i += size
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}

// ScanRunes makes each character a token.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 || !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	r, size := utf8.DecodeRune(data)
	return size, []byte(string(r)), nil
}

// ScanBytes makes each byte a token.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}
