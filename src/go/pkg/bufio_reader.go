package bufio

import (
	"errors"
	"io"
	"unicode/utf8"
)

// Mistakes of a Reader.
var (
	// ErrBufferFull says that more was asked for than the buffer holds.
	ErrBufferFull = errors.New("bufio: buffer full")
	// ErrNegativeCount says that less than nothing was asked for.
	ErrNegativeCount = errors.New("bufio: negative count")
	// ErrInvalidUnreadByte says that there is no byte to take back.
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	// ErrInvalidUnreadRune says that there is no character to take back.
	ErrInvalidUnreadRune = errors.New("bufio: invalid use of UnreadRune")

	errNegativeRead  = errors.New("bufio: reader returned negative count from Read")
	errNegativeWrite = errors.New("bufio: writer returned negative count from Write")
)

// Reader reads in larger pieces.
type Reader struct {
	buf []byte
	r   io.Reader
	// what is kept: buf[from:to]
	from, to int
	err      error
	// the last byte that was read, and the size of the last character; -1 where that can't be taken back
	lastByte, lastRune int
}

// NewReader returns a Reader of r.
func NewReader(rd io.Reader) *Reader { return NewReaderSize(rd, bufferSize) }

// NewReaderSize returns a Reader of r that keeps size bytes.
func NewReaderSize(rd io.Reader, size int) *Reader {
	if b, ok := rd.(*Reader); ok && len(b.buf) >= size {
		return b
	}
	b := &Reader{buf: make([]byte, max(size, leastSize))}
	b.Reset(rd)
	return b
}

// Size returns how many bytes it keeps.
func (b *Reader) Size() int { return len(b.buf) }

// Reset makes b read from r.
func (b *Reader) Reset(r io.Reader) {
	if b == r {
		return
	}
	if b.buf == nil {
		b.buf = make([]byte, bufferSize)
	}
	*b = Reader{buf: b.buf, r: r, lastByte: -1, lastRune: -1}
}

// Buffered returns how many bytes can be read at once.
func (b *Reader) Buffered() int { return b.to - b.from }

func (b *Reader) takeErr() error {
	err := b.err
	b.err = nil
	return err
}

// took remembers which byte was the last.
func (b *Reader) took(from []byte) {
	if n := len(from); n > 0 {
		b.lastByte, b.lastRune = int(from[n-1]), -1
	}
}

// fill reads one more piece behind what is kept.
func (b *Reader) fill() {
	copy(b.buf, b.buf[b.from:b.to])
	b.from, b.to = 0, b.to-b.from
	if b.to == len(b.buf) {
		panic("bufio: tried to fill full buffer")
	}
	for range emptyReads {
		n, err := b.r.Read(b.buf[b.to:])
		if n < 0 {
			panic(errNegativeRead)
		}
		b.to += n
		b.err = err
		if n > 0 || err != nil {
			return
		}
	}
	b.err = io.ErrNoProgress
}

// Peek returns the next n bytes, which stay there to be read.
func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.lastByte, b.lastRune = -1, -1
	for b.Buffered() < n && b.Buffered() < len(b.buf) && b.err == nil {
		b.fill()
	}
	if n > len(b.buf) {
		return b.buf[b.from:b.to], ErrBufferFull
	}
	if there := b.Buffered(); there < n {
		err := b.takeErr()
		if err == nil {
			err = ErrBufferFull
		}
		return b.buf[b.from:b.to], err
	}
	return b.buf[b.from : b.from+n], nil
}

// Discard skips the next n bytes.
func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	if n == 0 {
		return 0, nil
	}
	b.lastByte, b.lastRune = -1, -1
	for {
		if b.Buffered() == 0 {
			b.fill()
		}
		skip := min(n-discarded, b.Buffered())
		b.from += skip
		discarded += skip
		if discarded == n {
			return n, nil
		}
		if b.err != nil {
			return discarded, b.takeErr()
		}
	}
}

// Read reads what is kept, else what one Read gives.
func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		if b.Buffered() > 0 {
			return 0, nil
		}
		return 0, b.takeErr()
	}
	if b.Buffered() == 0 {
		if b.err != nil {
			return 0, b.takeErr()
		}
		into := p
		if len(p) < len(b.buf) {
			b.from, b.to = 0, 0
			into = b.buf
		}
		n, b.err = b.r.Read(into)
		if n < 0 {
			panic(errNegativeRead)
		}
		if len(p) >= len(b.buf) {
			b.took(p[:n])
			return n, b.takeErr()
		}
		if n == 0 {
			return 0, b.takeErr()
		}
		b.to = n
	}
	n = copy(p, b.buf[b.from:b.to])
	b.from += n
	b.took(p[:n])
	return n, nil
}

// ReadByte reads a byte.
func (b *Reader) ReadByte() (byte, error) {
	b.lastRune = -1
	for b.Buffered() == 0 {
		if b.err != nil {
			return 0, b.takeErr()
		}
		b.fill()
	}
	c := b.buf[b.from]
	b.from++
	b.lastByte = int(c)
	return c, nil
}

// UnreadByte takes back the last byte read.
func (b *Reader) UnreadByte() error {
	if b.lastByte < 0 || b.from == 0 && b.to > 0 {
		return ErrInvalidUnreadByte
	}
	if b.from > 0 {
		b.from--
	} else {
		b.to = 1
	}
	b.buf[b.from] = byte(b.lastByte)
	b.lastByte, b.lastRune = -1, -1
	return nil
}

// ReadRune reads a character.
func (b *Reader) ReadRune() (r rune, size int, err error) {
	for !utf8.FullRune(b.buf[b.from:b.to]) && b.err == nil && b.Buffered() < len(b.buf) {
		b.fill()
	}
	b.lastRune = -1
	if b.Buffered() == 0 {
		return 0, 0, b.takeErr()
	}
	r, size = utf8.DecodeRune(b.buf[b.from:b.to])
	b.from += size
	b.lastByte, b.lastRune = int(b.buf[b.from-1]), size
	return r, size, nil
}

// UnreadRune takes back the last character read.
func (b *Reader) UnreadRune() error {
	if b.lastRune < 0 || b.from < b.lastRune {
		return ErrInvalidUnreadRune
	}
	b.from -= b.lastRune
	b.lastByte, b.lastRune = -1, -1
	return nil
}

// ReadSlice reads up to delim and with it, as far as the buffer goes; the next read writes over it.
func (b *Reader) ReadSlice(delim byte) (line []byte, err error) {
	for looked := 0; ; {
		kept := b.buf[b.from:b.to]
		for looked < len(kept) && kept[looked] != delim {
			looked++
		}
		switch {
		case looked < len(kept):
			line = kept[:looked+1]
		case b.err != nil:
			line, err = kept, b.takeErr()
		case len(kept) == len(b.buf):
			line, err = kept, ErrBufferFull
		default:
			b.fill()
			continue
		}
		b.from += len(line)
		b.took(line)
		return line, err
	}
}

// ReadLine reads a line, without its end; isPrefix says that there is more of it.
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadSlice('\n')
	n := len(line)
	if err == ErrBufferFull {
		if n > 0 && line[n-1] == '\r' {
			// The end of the line may be all that follows.
			b.from--
			line = line[:n-1]
		}
		return line, true, nil
	}
	if n == 0 {
		return nil, false, err
	}
	if line[n-1] == '\n' {
		line = withoutReturn(line[:n-1])
	}
	return line, false, nil
}

// ReadBytes reads up to delim and with it.
func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	var all []byte
	for {
		piece, err := b.ReadSlice(delim)
		all = append(all, piece...)
		if err != ErrBufferFull {
			return all, err
		}
	}
}

// ReadString reads up to delim and with it.
func (b *Reader) ReadString(delim byte) (string, error) {
	line, err := b.ReadBytes(delim)
	return string(line), err
}

// WriteTo writes all that is left to w.
func (b *Reader) WriteTo(w io.Writer) (n int64, err error) {
	b.lastByte, b.lastRune = -1, -1
	if b.Buffered() > 0 {
		if n, err = b.writeKept(w); err != nil {
			return n, err
		}
	}
	if from, ok := b.r.(io.WriterTo); ok {
		m, err := from.WriteTo(w)
		return n + m, err
	}
	if to, ok := w.(io.ReaderFrom); ok {
		m, err := to.ReadFrom(b.r)
		return n + m, err
	}
	b.fill()
	for b.Buffered() > 0 {
		m, err := b.writeKept(w)
		n += m
		if err != nil {
			return n, err
		}
		b.fill()
	}
	if b.err == io.EOF {
		b.err = nil
	}
	return n, b.takeErr()
}

func (b *Reader) writeKept(w io.Writer) (int64, error) {
	n, err := w.Write(b.buf[b.from:b.to])
	if n < 0 {
		panic(errNegativeWrite)
	}
	b.from += n
	return int64(n), err
}
