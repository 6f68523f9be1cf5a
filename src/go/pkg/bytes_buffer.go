package bytes

import (
	"errors"
	"io"
	"math"
	"unicode/utf8"
)

// MinRead is how much room ReadFrom makes at least.
const MinRead = 512

// ErrTooLarge says that a buffer can't grow any more.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

// Buffer is written to at its end and read from its beginning.
type Buffer struct {
	buf []byte
	off int
	// what the last read took: a character of that size, 0 nothing, below 0 bytes
	read int
}

const readBytes = -1

var errNegativeRead = errors.New("bytes.Buffer: reader returned negative count from Read")

// NewBuffer returns a Buffer that holds buf.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString returns a Buffer that holds s.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes returns what hasn't been read.
func (b *Buffer) Bytes() []byte { return b.buf[b.off:] }

// String returns what hasn't been read; "<nil>" for a nil Buffer.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

// Len returns the number of bytes that haven't been read.
func (b *Buffer) Len() int { return len(b.buf) - b.off }

// Cap returns how many bytes there is room for.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available returns how many bytes can be written before it must grow.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// AvailableBuffer returns the room that is left, to append to and then write.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// Reset empties b.
func (b *Buffer) Reset() { b.buf, b.off, b.read = b.buf[:0], 0, 0 }

// Truncate keeps the first n bytes that haven't been read.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.read = 0
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// Grow makes room for n more bytes.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	b.makeRoom(n)
}

// makeRoom drops what was read, and takes more memory where there is too little.
func (b *Buffer) makeRoom(n int) {
	if b.Len() == 0 && b.off != 0 {
		b.Reset()
	}
	switch size := cap(b.buf); {
	case n <= size-len(b.buf):
	case b.buf == nil && n <= 64:
		b.buf = make([]byte, 0, 64)
	case n <= size/2-b.Len():
		copy(b.buf, b.buf[b.off:])
		b.buf, b.off = b.buf[:b.Len()], 0
	case size > math.MaxInt-size-n:
		panic(ErrTooLarge)
	default:
		b.buf = append(make([]byte, 0, size+max(n, size)), b.buf[b.off:]...)
		b.off = 0
	}
}

// Write appends p.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.read = 0
	b.makeRoom(len(p))
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteString appends s.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.read = 0
	b.makeRoom(len(s))
	b.buf = append(b.buf, s...)
	return len(s), nil
}

// WriteByte appends c.
func (b *Buffer) WriteByte(c byte) error {
	b.read = 0
	b.makeRoom(1)
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r.
func (b *Buffer) WriteRune(r rune) (n int, err error) { return b.WriteString(string(r)) }

// Read reads into p.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.read = 0
	if b.Len() == 0 {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	if n > 0 {
		b.read = readBytes
	}
	return n, nil
}

// Next returns the next n bytes, or as many as there are.
func (b *Buffer) Next(n int) []byte {
	b.read = 0
	n = min(n, b.Len())
	next := b.buf[b.off : b.off+n]
	b.off += n
	if n > 0 {
		b.read = readBytes
	}
	return next
}

// Peek returns the next n bytes, which stay there to be read.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.off:], io.EOF
	}
	return b.buf[b.off : b.off+n], nil
}

// ReadByte reads a byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.off]
	b.off++
	b.read = readBytes
	return c, nil
}

// ReadRune reads a character.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.off += size
	b.read = size
	return r, size, nil
}

// UnreadRune takes back the character that was read last.
func (b *Buffer) UnreadRune() error {
	if b.read <= 0 {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.off -= b.read
	b.read = 0
	return nil
}

// UnreadByte takes back the last byte that was read.
func (b *Buffer) UnreadByte() error {
	if b.read == 0 {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.read = 0
	if b.off > 0 {
		b.off--
	}
	return nil
}

// ReadBytes reads up to delim and with it.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	end := IndexByte(b.buf[b.off:], delim) + 1
	if end == 0 {
		end, err = b.Len(), io.EOF
	}
	return append(line, b.Next(end)...), err
}

// ReadString reads up to delim and with it.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	bytes, err := b.ReadBytes(delim)
	return string(bytes), err
}

// WriteTo writes what hasn't been read to w.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.read = 0
	if all := b.Len(); all > 0 {
		m, err := w.Write(b.buf[b.off:])
		if m > all {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += m
		n = int64(m)
		if err != nil {
			return n, err
		}
		if m != all {
			return n, io.ErrShortWrite
		}
	}
	b.Reset()
	return n, nil
}

// ReadFrom appends all of r.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.read = 0
	for {
		b.makeRoom(MinRead)
		m, err := r.Read(b.buf[len(b.buf):cap(b.buf)])
		if m < 0 {
			panic(errNegativeRead)
		}
		b.buf = b.buf[:len(b.buf)+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}
