package bufio

import (
	"io"
	"unicode/utf8"
)

// Writer writes in larger pieces, when it is full or flushed.
type Writer struct {
	err error
	buf []byte
	n   int
	w   io.Writer
}

// NewWriter returns a Writer to w.
func NewWriter(w io.Writer) *Writer { return NewWriterSize(w, bufferSize) }

// NewWriterSize returns a Writer to w that keeps size bytes.
func NewWriterSize(w io.Writer, size int) *Writer {
	if b, ok := w.(*Writer); ok && len(b.buf) >= size {
		return b
	}
	if size <= 0 {
		size = bufferSize
	}
	return &Writer{buf: make([]byte, size), w: w}
}

// Size returns how many bytes it can keep.
func (b *Writer) Size() int { return len(b.buf) }

// Reset makes b write to w, and forgets what it keeps.
func (b *Writer) Reset(w io.Writer) {
	if b == w {
		return
	}
	if b.buf == nil {
		b.buf = make([]byte, bufferSize)
	}
	*b = Writer{buf: b.buf, w: w}
}

// Buffered returns how many bytes it keeps.
func (b *Writer) Buffered() int { return b.n }

// Available returns how many bytes more it can keep.
func (b *Writer) Available() int { return len(b.buf) - b.n }

// AvailableBuffer returns the room that is left, to append to and then write.
func (b *Writer) AvailableBuffer() []byte { return b.buf[b.n:][:0] }

// Flush writes what it keeps.
func (b *Writer) Flush() error {
	if b.err != nil || b.n == 0 {
		return b.err
	}
	n, err := b.w.Write(b.buf[:b.n])
	if n < b.n && err == nil {
		err = io.ErrShortWrite
	}
	if err != nil {
		if n > 0 && n < b.n {
			copy(b.buf, b.buf[n:b.n])
		}
		b.n -= n
		b.err = err
		return err
	}
	b.n = 0
	return nil
}

func (b *Writer) Write(p []byte) (nn int, err error) {
	for len(p) > b.Available() && b.err == nil {
		n := 0
		if b.n == 0 {
			n, b.err = b.w.Write(p)
		} else {
			n = copy(b.buf[b.n:], p)
			b.n += n
			b.Flush()
		}
		nn += n
		p = p[n:]
	}
	if b.err != nil {
		return nn, b.err
	}
	n := copy(b.buf[b.n:], p)
	b.n += n
	return nn + n, nil
}

// WriteString writes s.
func (b *Writer) WriteString(s string) (written int, err error) {
	to, whole := b.w.(io.StringWriter)
	for len(s) > b.Available() && b.err == nil {
		n := 0
		if b.n == 0 && whole {
			n, b.err = to.WriteString(s)
		} else {
			n = copy(b.buf[b.n:], s)
			b.n += n
			b.Flush()
		}
		written += n
		s = s[n:]
	}
	if b.err != nil {
		return written, b.err
	}
	n := copy(b.buf[b.n:], s)
	b.n += n
	return written + n, nil
}

// WriteByte writes c.
func (b *Writer) WriteByte(c byte) error {
	if b.err != nil {
		return b.err
	}
	if b.Available() == 0 && b.Flush() != nil {
		return b.err
	}
	b.buf[b.n] = c
	b.n++
	return nil
}

// WriteRune writes r.
func (b *Writer) WriteRune(r rune) (size int, err error) {
	if b.err != nil {
		return 0, b.err
	}
	if b.Available() < utf8.UTFMax {
		if b.Flush(); b.err != nil {
			return 0, b.err
		}
	}
	return b.WriteString(string(r))
}

// ReadFrom writes all of r.
func (b *Writer) ReadFrom(r io.Reader) (n int64, err error) {
	if b.err != nil {
		return 0, b.err
	}
	to, direct := b.w.(io.ReaderFrom)
	for err == nil {
		if b.Available() == 0 {
			if err := b.Flush(); err != nil {
				return n, err
			}
		}
		if direct && b.n == 0 {
			m, err := to.ReadFrom(r)
			b.err = err
			return n + m, err
		}
		m := 0
		for range emptyReads {
			if m, err = r.Read(b.buf[b.n:]); m != 0 || err != nil {
				break
			}
		}
		if m == 0 && err == nil {
			return n, io.ErrNoProgress
		}
		b.n += m
		n += int64(m)
	}
	if err != io.EOF {
		return n, err
	}
	if b.Available() == 0 {
		return n, b.Flush()
	}
	return n, nil
}

// ReadWriter is a Reader and a Writer.
type ReadWriter struct {
	*Reader
	*Writer
}

// NewReadWriter returns both as one.
func NewReadWriter(r *Reader, w *Writer) *ReadWriter { return &ReadWriter{r, w} }
