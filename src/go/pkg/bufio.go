// Package bufio reads and writes in larger pieces, and by lines and words.
package bufio

import (
	"errors"
	"io"
	"unicode"
	"unicode/utf8"
)

// Limits and mistakes of a Scanner.
const (
	MaxScanTokenSize = 64 * 1024
	bufferSize       = 4096
)

var (
	// ErrTooLong says that a token is longer than the buffer.
	ErrTooLong = errors.New("bufio.Scanner: token too long")
	// ErrFinalToken tells a Scanner that a token is the last.
	ErrFinalToken = errors.New("final token")
	// ErrBufferFull says that more was asked for than the buffer holds.
	ErrBufferFull = errors.New("bufio: buffer full")
	// ErrNegativeCount says that less than nothing was asked for.
	ErrNegativeCount = errors.New("bufio: negative count")
	// ErrInvalidUnreadByte says that there is no byte to take back.
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	// ErrInvalidUnreadRune says that there is no character to take back.
	ErrInvalidUnreadRune = errors.New("bufio: invalid use of UnreadRune")
)

// SplitFunc finds the next token: how many bytes to go on, and the token. It asks for more with 0 and nil.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// Scanner reads token by token.
type Scanner struct {
	r      io.Reader
	split  SplitFunc
	data   []byte
	max    int
	token  []byte
	err    error
	atEOF  bool
	closed bool
	empty  int
}

// NewScanner returns a Scanner of the lines of r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, max: MaxScanTokenSize}
}

// Buffer sets how long a token may be.
func (s *Scanner) Buffer(buf []byte, max int) { s.max = max }

// Split sets what a token is.
func (s *Scanner) Split(split SplitFunc) { s.split = split }

// Bytes returns the token.
func (s *Scanner) Bytes() []byte { return s.token }

// Text returns the token.
func (s *Scanner) Text() string { return string(s.token) }

// Err returns the first error, but not EOF.
func (s *Scanner) Err() error { return s.err }

// Scan goes on to the next token, and reports whether there is one.
func (s *Scanner) Scan() bool {
	s.token = nil
	for !s.closed {
		if len(s.data) > 0 || s.atEOF {
			advance, token, err := s.split(s.data, s.atEOF)
			if err != nil {
				s.closed = true
				if err != ErrFinalToken {
					s.err = err
					return false
				}
				s.token = token
				return token != nil
			}
			if advance < 0 || advance > len(s.data) {
				s.closed, s.err = true, errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
				return false
			}
			s.data = s.data[advance:]
			if token != nil {
				if advance == 0 {
					s.empty++
				} else {
					s.empty = 0
				}
				if s.empty > 100 {
					panic("bufio.Scan: too many empty tokens without progressing")
				}
				s.token = token
				return true
			}
			if advance > 0 {
				continue
			}
		}
		if s.atEOF {
			s.closed = true
			break
		}
		s.fill()
	}
	return false
}

func (s *Scanner) fill() {
	if len(s.data) >= s.max {
		s.closed, s.err = true, ErrTooLong
		return
	}
	chunk := make([]byte, bufferSize)
	n, err := s.r.Read(chunk)
	s.data = append(s.data[:len(s.data):len(s.data)], chunk[:n]...)
	if err != nil {
		s.atEOF = true
		if err != io.EOF {
			s.err = err
		}
	}
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

// Reader reads in larger pieces.
type Reader struct {
	r    io.Reader
	data []byte
	err  error
	size int
	// what there was before the last byte, or character, was read
	before []byte
	isRune bool
}

// NewReader returns a Reader of r.
func NewReader(r io.Reader) *Reader { return NewReaderSize(r, bufferSize) }

// NewReaderSize returns a Reader of r that keeps size bytes.
func NewReaderSize(r io.Reader, size int) *Reader { return &Reader{r: r, size: max(size, 16)} }

// Size returns how many bytes it keeps.
func (b *Reader) Size() int { return b.size }

// Reset makes b read from r.
func (b *Reader) Reset(r io.Reader) { *b = Reader{r: r, size: b.size} }

// Buffered returns how many bytes can be read at once.
func (b *Reader) Buffered() int { return len(b.data) }

// Peek returns the next n bytes, which stay there to be read.
func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.before = nil
	for len(b.data) < n && len(b.data) < b.size && b.fill() {
	}
	switch {
	case len(b.data) >= n:
		return b.data[:n], nil
	case n > b.size:
		return b.data, ErrBufferFull
	}
	return b.data, b.err
}

// Discard skips the next n bytes.
func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	b.before = nil
	for discarded < n {
		if len(b.data) == 0 && !b.fill() {
			return discarded, b.err
		}
		m := min(n-discarded, len(b.data))
		b.data = b.data[m:]
		discarded += m
	}
	return discarded, nil
}

// UnreadByte takes back the last byte read.
func (b *Reader) UnreadByte() error {
	if b.before == nil {
		return ErrInvalidUnreadByte
	}
	read := len(b.before) - len(b.data)
	b.data = b.before[max(read-1, 0):]
	b.before = nil
	return nil
}

// UnreadRune takes back the last character read.
func (b *Reader) UnreadRune() error {
	if b.before == nil || !b.isRune {
		return ErrInvalidUnreadRune
	}
	b.data, b.before = b.before, nil
	return nil
}

// ReadLine reads a line, without its end.
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadBytes('\n')
	if len(line) == 0 {
		return nil, false, err
	}
	if line[len(line)-1] == '\n' {
		line = withoutReturn(line[:len(line)-1])
	}
	return line, false, nil
}

// ReadSlice reads up to delim and with it.
func (b *Reader) ReadSlice(delim byte) ([]byte, error) { return b.ReadBytes(delim) }

// WriteTo writes all that is left to w.
func (b *Reader) WriteTo(w io.Writer) (n int64, err error) {
	for len(b.data) > 0 || b.fill() {
		m, err := w.Write(b.data)
		n += int64(m)
		b.data = b.data[m:]
		if err != nil {
			return n, err
		}
	}
	if b.err == io.EOF {
		return n, nil
	}
	return n, b.err
}

// fill reads one more piece; it reports whether there may be more.
func (b *Reader) fill() bool {
	if b.err != nil {
		return false
	}
	chunk := make([]byte, bufferSize)
	n, err := b.r.Read(chunk)
	b.data = append(b.data[:len(b.data):len(b.data)], chunk[:n]...)
	b.err = err
	return n > 0 || err == nil
}

func (b *Reader) Read(p []byte) (n int, err error) {
	if len(b.data) == 0 && !b.fill() {
		return 0, b.err
	}
	n = copy(p, b.data)
	b.before, b.isRune = b.data, false
	b.data = b.data[n:]
	return n, nil
}

// ReadByte reads a byte.
func (b *Reader) ReadByte() (byte, error) {
	for len(b.data) == 0 {
		if !b.fill() {
			return 0, b.err
		}
	}
	c := b.data[0]
	b.before, b.isRune = b.data, false
	b.data = b.data[1:]
	return c, nil
}

// ReadRune reads a character.
func (b *Reader) ReadRune() (r rune, size int, err error) {
	for !utf8.FullRune(b.data) && b.fill() {
	}
	if len(b.data) == 0 {
		return 0, 0, b.err
	}
	r, size = utf8.DecodeRune(b.data)
	b.before, b.isRune = b.data, true
	b.data = b.data[size:]
	return r, size, nil
}

// ReadBytes reads up to delim and with it.
func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	b.before = nil
	for looked := 0; ; {
		for i := looked; i < len(b.data); i++ {
			if b.data[i] == delim {
				line := b.data[: i+1 : i+1]
				b.data = b.data[i+1:]
				return line, nil
			}
		}
		looked = len(b.data)
		if !b.fill() {
			line := b.data
			b.data = nil
			return line, b.err
		}
	}
}

// ReadString reads up to delim and with it.
func (b *Reader) ReadString(delim byte) (string, error) {
	line, err := b.ReadBytes(delim)
	return string(line), err
}

// Writer writes in larger pieces, when it is full or flushed.
type Writer struct {
	w    io.Writer
	data []byte
	size int
	err  error
}

// NewWriter returns a Writer to w.
func NewWriter(w io.Writer) *Writer { return NewWriterSize(w, bufferSize) }

// NewWriterSize returns a Writer to w that keeps size bytes.
func NewWriterSize(w io.Writer, size int) *Writer { return &Writer{w: w, size: max(size, 16)} }

// Flush writes what it keeps.
func (b *Writer) Flush() error {
	if b.err == nil && len(b.data) > 0 {
		_, b.err = b.w.Write(b.data)
		b.data = nil
	}
	return b.err
}

// Buffered returns how many bytes it keeps.
func (b *Writer) Buffered() int { return len(b.data) }

// Size returns how many bytes it can keep.
func (b *Writer) Size() int { return b.size }

// Reset makes b write to w, and forgets what it keeps.
func (b *Writer) Reset(w io.Writer) { *b = Writer{w: w, size: b.size} }

// ReadFrom writes all of r.
func (b *Writer) ReadFrom(r io.Reader) (n int64, err error) {
	all, err := io.ReadAll(r)
	m, writeErr := b.Write(all)
	if writeErr != nil {
		err = writeErr
	}
	return int64(m), err
}

// Available returns how many bytes more it can keep.
func (b *Writer) Available() int { return b.size - len(b.data) }

func (b *Writer) Write(p []byte) (n int, err error) {
	for len(p) > b.Available() && b.err == nil {
		m := b.Available()
		b.data = append(b.data, p[:m]...)
		n += m
		p = p[m:]
		b.Flush()
	}
	if b.err != nil {
		return n, b.err
	}
	b.data = append(b.data, p...)
	return n + len(p), nil
}

// WriteString writes s.
func (b *Writer) WriteString(s string) (int, error) { return b.Write([]byte(s)) }

// WriteByte writes c.
func (b *Writer) WriteByte(c byte) error {
	_, err := b.Write([]byte{c})
	return err
}

// WriteRune writes r.
func (b *Writer) WriteRune(r rune) (size int, err error) { return b.WriteString(string(r)) }

// ReadWriter is a Reader and a Writer.
type ReadWriter struct {
	*Reader
	*Writer
}

// NewReadWriter returns both as one.
func NewReadWriter(r *Reader, w *Writer) *ReadWriter { return &ReadWriter{r, w} }
