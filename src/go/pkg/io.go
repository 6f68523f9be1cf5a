// Package io names what can be read from and written to.
package io

import "errors"

// EOF says that there is no more to be read.
var EOF = errors.New("EOF")

// ErrUnexpectedEOF says that there should have been more.
var ErrUnexpectedEOF = errors.New("unexpected EOF")

// ErrShortWrite says that less was written than asked for.
var ErrShortWrite = errors.New("short write")

// ErrNoProgress says that a Reader gave neither bytes nor errors for many times.
var ErrNoProgress = errors.New("multiple Read calls return no data or error")

// ErrShortBuffer says that a buffer is too short.
var ErrShortBuffer = errors.New("short buffer")

// ErrClosedPipe says that a closed pipe was used.
var ErrClosedPipe = errors.New("io: read/write on closed pipe")

// Reader is what bytes can be read from.
type Reader interface {
	// Read reads up to len(p) bytes into p.
	Read(p []byte) (n int, err error)
}

// Writer is what bytes can be written to.
type Writer interface {
	// Write writes p.
	Write(p []byte) (n int, err error)
}

// Closer is what can be closed.
type Closer interface{ Close() error }

// ReadWriter is a Reader and a Writer.
type ReadWriter interface {
	Reader
	Writer
}

// ReadCloser is a Reader that can be closed.
type ReadCloser interface {
	Reader
	Closer
}

// WriteCloser is a Writer that can be closed.
type WriteCloser interface {
	Writer
	Closer
}

// ByteReader is what single bytes can be read from.
type ByteReader interface{ ReadByte() (byte, error) }

// ByteWriter is what single bytes can be written to.
type ByteWriter interface{ WriteByte(c byte) error }

// RuneReader is what characters can be read from.
type RuneReader interface {
	ReadRune() (r rune, size int, err error)
}

// StringWriter is what strings can be written to.
type StringWriter interface {
	WriteString(s string) (n int, err error)
}

// WriterTo is what can write itself.
type WriterTo interface {
	WriteTo(w Writer) (n int64, err error)
}

// ReaderFrom is what can read all of a Reader.
type ReaderFrom interface {
	ReadFrom(r Reader) (n int64, err error)
}

// What Seek counts from.
const (
	SeekStart   = 0
	SeekCurrent = 1
	SeekEnd     = 2
)

// Seeker is where one can go to a place.
type Seeker interface {
	Seek(offset int64, whence int) (int64, error)
}

// ReadSeeker is a Reader and a Seeker.
type ReadSeeker interface {
	Reader
	Seeker
}

// WriteSeeker is a Writer and a Seeker.
type WriteSeeker interface {
	Writer
	Seeker
}

// ReadWriteSeeker is a Reader, a Writer and a Seeker.
type ReadWriteSeeker interface {
	Reader
	Writer
	Seeker
}

// ReadSeekCloser is a Reader and a Seeker that can be closed.
type ReadSeekCloser interface {
	Reader
	Seeker
	Closer
}

// ReadWriteCloser is a Reader and a Writer that can be closed.
type ReadWriteCloser interface {
	Reader
	Writer
	Closer
}

// ReaderAt is what can be read from at a place.
type ReaderAt interface {
	ReadAt(p []byte, off int64) (n int, err error)
}

// WriterAt is what can be written to at a place.
type WriterAt interface {
	WriteAt(p []byte, off int64) (n int, err error)
}

// ByteScanner is a ByteReader that can take back the last byte.
type ByteScanner interface {
	ByteReader
	UnreadByte() error
}

// RuneScanner is a RuneReader that can take back the last character.
type RuneScanner interface {
	RuneReader
	UnreadRune() error
}

// WriteString writes s to w.
func WriteString(w Writer, s string) (n int, err error) {
	if sw, ok := w.(StringWriter); ok {
		return sw.WriteString(s)
	}
	return w.Write([]byte(s))
}

// ReadAll reads r to its end.
func ReadAll(r Reader) ([]byte, error) {
	var all []byte
	chunk := make([]byte, 512)
	for {
		n, err := r.Read(chunk)
		all = append(all, chunk[:n]...)
		if err == EOF {
			return all, nil
		}
		if err != nil {
			return all, err
		}
	}
}

// ReadAtLeast reads into buf until it has min bytes.
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error) {
	if len(buf) < min {
		return 0, ErrShortBuffer
	}
	for n < min && err == nil {
		var more int
		more, err = r.Read(buf[n:])
		n += more
	}
	switch {
	case n >= min:
		return n, nil
	case n > 0 && err == EOF:
		return n, ErrUnexpectedEOF
	}
	return n, err
}

// ReadFull fills buf from r.
func ReadFull(r Reader, buf []byte) (n int, err error) { return ReadAtLeast(r, buf, len(buf)) }

// Copy copies src to dst until src ends.
func Copy(dst Writer, src Reader) (written int64, err error) {
	return CopyBuffer(dst, src, nil)
}

// CopyBuffer is Copy by way of buf.
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if buf != nil && len(buf) == 0 {
		panic("empty buffer in CopyBuffer")
	}
	if wt, ok := src.(WriterTo); ok {
		return wt.WriteTo(dst)
	}
	if rf, ok := dst.(ReaderFrom); ok {
		return rf.ReadFrom(src)
	}
	if buf == nil {
		size := int64(32 * 1024)
		if l, ok := src.(*LimitedReader); ok {
			size = max(min(size, l.N), 1)
		}
		buf = make([]byte, size)
	}
	chunk := buf
	for {
		n, readErr := src.Read(chunk)
		if n > 0 {
			m, err := dst.Write(chunk[:n])
			written += int64(m)
			if err != nil {
				return written, err
			}
			if m < n {
				return written, ErrShortWrite
			}
		}
		if readErr == EOF {
			return written, nil
		}
		if readErr != nil {
			return written, readErr
		}
	}
}

// CopyN copies n bytes of src to dst.
func CopyN(dst Writer, src Reader, n int64) (written int64, err error) {
	written, err = Copy(dst, LimitReader(src, n))
	if written == n {
		return n, nil
	}
	if err == nil {
		err = EOF
	}
	return written, err
}

// LimitReader returns a Reader of the first n bytes of r.
func LimitReader(r Reader, n int64) Reader { return &LimitedReader{r, n} }

// LimitedReader reads at most N bytes of R.
type LimitedReader struct {
	R Reader
	N int64
}

func (l *LimitedReader) Read(p []byte) (n int, err error) {
	if l.N <= 0 {
		return 0, EOF
	}
	if int64(len(p)) > l.N {
		p = p[:l.N]
	}
	n, err = l.R.Read(p)
	l.N -= int64(n)
	return n, err
}

// TeeReader returns a Reader that writes to w what it reads from r.
func TeeReader(r Reader, w Writer) Reader { return &teeReader{r, w} }

type teeReader struct {
	r Reader
	w Writer
}

func (t *teeReader) Read(p []byte) (n int, err error) {
	n, err = t.r.Read(p)
	if n > 0 {
		if n, err := t.w.Write(p[:n]); err != nil {
			return n, err
		}
	}
	return n, err
}

// MultiReader returns a Reader of all readers, one after another.
func MultiReader(readers ...Reader) Reader { return &multiReader{append([]Reader{}, readers...)} }

type multiReader struct{ readers []Reader }

func (m *multiReader) Read(p []byte) (n int, err error) {
	for len(m.readers) > 0 {
		n, err = m.readers[0].Read(p)
		if err == EOF {
			m.readers = m.readers[1:]
		}
		if n > 0 || err != EOF {
			if err == EOF && len(m.readers) > 0 {
				err = nil
			}
			return n, err
		}
	}
	return 0, EOF
}

// WriteTo writes what is left of all of them to w.
func (m *multiReader) WriteTo(w Writer) (written int64, err error) {
	for len(m.readers) > 0 {
		n, err := Copy(w, m.readers[0])
		written += n
		if err != nil {
			return written, err
		}
		m.readers = m.readers[1:]
	}
	return written, nil
}

// MultiWriter returns a Writer that writes to all writers.
func MultiWriter(writers ...Writer) Writer { return &multiWriter{append([]Writer{}, writers...)} }

type multiWriter struct{ writers []Writer }

func (m *multiWriter) Write(p []byte) (n int, err error) {
	for _, w := range m.writers {
		n, err = w.Write(p)
		if err != nil {
			return n, err
		}
		if n != len(p) {
			return n, ErrShortWrite
		}
	}
	return len(p), nil
}

// WriteString writes s to all of them.
func (m *multiWriter) WriteString(s string) (n int, err error) {
	for _, w := range m.writers {
		n, err = WriteString(w, s)
		if err != nil {
			return n, err
		}
		if n != len(s) {
			return n, ErrShortWrite
		}
	}
	return len(s), nil
}

// Discard is a Writer on which all is lost.
var Discard Writer = discard{}

type discard struct{}

func (discard) Write(p []byte) (int, error)       { return len(p), nil }
func (discard) WriteString(s string) (int, error) { return len(s), nil }

// NopCloser returns r with a Close that does nothing.
func NopCloser(r Reader) ReadCloser {
	if _, ok := r.(WriterTo); ok {
		return nopCloserWriterTo{r}
	}
	return nopCloser{r}
}

type nopCloser struct{ Reader }

func (nopCloser) Close() error { return nil }

type nopCloserWriterTo struct{ Reader }

func (nopCloserWriterTo) Close() error { return nil }

func (c nopCloserWriterTo) WriteTo(w Writer) (int64, error) { return c.Reader.(WriterTo).WriteTo(w) }

// Pipe returns two ends: what is written to one is read from the other, at the same time.
func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{data: make(chan []byte), taken: make(chan int), read: make(chan struct{}), written: make(chan struct{})}
	return &PipeReader{p}, &PipeWriter{p}
}

type pipe struct {
	data          chan []byte
	taken         chan int
	read, written chan struct{}
	readErr       error
	writeErr      error
}

// PipeReader is the end of a pipe that is read from.
type PipeReader struct{ p *pipe }

// PipeWriter is the end of a pipe that is written to.
type PipeWriter struct{ p *pipe }

func (r *PipeReader) Read(data []byte) (n int, err error) {
	p := r.p
	select {
	case <-p.read:
		return 0, ErrClosedPipe
	default:
	}
	select {
	case from := <-p.data:
		n = copy(data, from)
		p.taken <- n
		return n, nil
	case <-p.written:
		return 0, p.writeErr
	case <-p.read:
		return 0, ErrClosedPipe
	}
}

// Close closes the reading end; writes fail from then on.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError closes the reading end; writes fail with err from then on.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	if r.p.readErr == nil {
		r.p.readErr = err
		close(r.p.read)
	}
	return nil
}

func (w *PipeWriter) Write(data []byte) (n int, err error) {
	p := w.p
	for once := true; once || len(data) > 0; once = false {
		select {
		case <-p.written:
			return n, ErrClosedPipe
		case <-p.read:
			return n, p.readErr
		default:
		}
		select {
		case p.data <- data:
			taken := <-p.taken
			data = data[taken:]
			n += taken
		case <-p.written:
			return n, ErrClosedPipe
		case <-p.read:
			return n, p.readErr
		}
	}
	return n, nil
}

// Close closes the writing end; reads return EOF from then on.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError closes the writing end; reads fail with err from then on.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	if w.p.writeErr == nil {
		w.p.writeErr = err
		close(w.p.written)
	}
	return nil
}

// SectionReader reads a part of what can be read from at a place.
type SectionReader struct {
	r                ReaderAt
	start, at, limit int64
}

// NewSectionReader returns a SectionReader of n bytes of r from off on.
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	return &SectionReader{r, off, off, off + n}
}

// Size returns how many bytes the part has.
func (s *SectionReader) Size() int64 { return s.limit - s.start }

func (s *SectionReader) Read(p []byte) (n int, err error) {
	if s.at >= s.limit {
		return 0, EOF
	}
	if int64(len(p)) > s.limit-s.at {
		p = p[:s.limit-s.at]
	}
	n, err = s.r.ReadAt(p, s.at)
	s.at += int64(n)
	return n, err
}

// ReadAt reads from a place of the part on.
func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 || off >= s.Size() {
		return 0, EOF
	}
	off += s.start
	if int64(len(p)) > s.limit-off {
		p = p[:s.limit-off]
		n, err = s.r.ReadAt(p, off)
		if err == nil {
			err = EOF
		}
		return n, err
	}
	return s.r.ReadAt(p, off)
}

// Seek goes to a place of the part.
func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += s.start
	case SeekCurrent:
		offset += s.at
	case SeekEnd:
		offset += s.limit
	default:
		return 0, errors.New("Seek: invalid whence")
	}
	if offset < s.start {
		return 0, errors.New("Seek: invalid offset")
	}
	s.at = offset
	return offset - s.start, nil
}
