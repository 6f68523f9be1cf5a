// Package bytes does with byte slices what package strings does with strings.
package bytes

import (
	"errors"
	"io"
	"strings"
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
}

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

// Reset empties b.
func (b *Buffer) Reset() { b.buf, b.off = b.buf[:0], 0 }

// Truncate keeps the first n bytes that haven't been read.
func (b *Buffer) Truncate(n int) {
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
	if cap(b.buf)-len(b.buf) < n {
		b.buf = append(make([]byte, 0, 2*cap(b.buf)+n), b.buf[b.off:]...)
		b.off = 0
	}
}

// Write appends p.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteString appends s.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.buf = append(b.buf, s...)
	return len(s), nil
}

// WriteByte appends c.
func (b *Buffer) WriteByte(c byte) error {
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r.
func (b *Buffer) WriteRune(r rune) (n int, err error) { return b.WriteString(string(r)) }

// Read reads into p.
func (b *Buffer) Read(p []byte) (n int, err error) {
	if b.off >= len(b.buf) {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	return n, nil
}

// Next returns the next n bytes, or as many as there are.
func (b *Buffer) Next(n int) []byte {
	n = min(n, b.Len())
	b.off += n
	return b.buf[b.off-n : b.off]
}

// ReadByte reads a byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.off >= len(b.buf) {
		b.Reset()
		return 0, io.EOF
	}
	b.off++
	return b.buf[b.off-1], nil
}

// ReadRune reads a character.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.off >= len(b.buf) {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.off += size
	return r, size, nil
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
	if b.Len() > 0 {
		m, err := w.Write(b.buf[b.off:])
		b.off += m
		if err != nil {
			return int64(m), err
		}
		n = int64(m)
	}
	b.Reset()
	return n, nil
}

// ReadFrom appends all of r.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	all, err := io.ReadAll(r)
	b.buf = append(b.buf, all...)
	return int64(len(all)), err
}

// NewReader returns a Reader of b.
func NewReader(b []byte) *Reader { return &Reader{strings.NewReader(string(b))} }

// Reader reads from a byte slice.
type Reader struct{ *strings.Reader }

// Equal reports whether a and b are the same bytes.
func Equal(a, b []byte) bool { return string(a) == string(b) }

// EqualFold reports whether s and t are equal but for upper and lower case.
func EqualFold(s, t []byte) bool { return strings.EqualFold(string(s), string(t)) }

// Compare returns -1, 0 or 1.
func Compare(a, b []byte) int { return strings.Compare(string(a), string(b)) }

// Clone returns a copy of b.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Contains reports whether sub is in b.
func Contains(b, sub []byte) bool { return Index(b, sub) >= 0 }

// ContainsAny reports whether one of chars is in b.
func ContainsAny(b []byte, chars string) bool { return strings.ContainsAny(string(b), chars) }

// ContainsRune reports whether r is in b.
func ContainsRune(b []byte, r rune) bool { return strings.ContainsRune(string(b), r) }

// Count returns how many times sep is in s, without overlap.
func Count(s, sep []byte) int { return strings.Count(string(s), string(sep)) }

// Index returns where sep first begins in s, or -1.
func Index(s, sep []byte) int { return strings.Index(string(s), string(sep)) }

// LastIndex returns where sep last begins in s, or -1.
func LastIndex(s, sep []byte) int { return strings.LastIndex(string(s), string(sep)) }

// IndexByte returns where c first stands in b, or -1.
func IndexByte(b []byte, c byte) int { return strings.IndexByte(string(b), c) }

// LastIndexByte returns where c last stands in b, or -1.
func LastIndexByte(b []byte, c byte) int { return strings.LastIndexByte(string(b), c) }

// IndexAny returns where the first of chars begins in s, or -1.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(string(s), chars) }

// IndexRune returns where r first begins in s, or -1.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(string(s), r) }

// IndexFunc returns where the first character begins for which f is true, or -1.
func IndexFunc(s []byte, f func(rune) bool) int { return strings.IndexFunc(string(s), f) }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool { return strings.HasPrefix(string(s), string(prefix)) }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool { return strings.HasSuffix(string(s), string(suffix)) }

// Cut returns what stands before and after the first sep, and whether there is one.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// within returns the part of s that its trimmed text is.
func within(s []byte, left, trimmed string) []byte {
	if trimmed == "" {
		return nil
	}
	start := len(s) - len(left)
	return s[start : start+len(trimmed)]
}

// Trim returns s without the characters of cutset at both ends.
func Trim(s []byte, cutset string) []byte {
	left := strings.TrimLeft(string(s), cutset)
	return within(s, left, strings.TrimRight(left, cutset))
}

// TrimLeft returns s without the characters of cutset at its beginning.
func TrimLeft(s []byte, cutset string) []byte {
	left := strings.TrimLeft(string(s), cutset)
	return within(s, left, left)
}

// TrimRight returns s without the characters of cutset at its end.
func TrimRight(s []byte, cutset string) []byte {
	return s[:len(strings.TrimRight(string(s), cutset))]
}

// TrimSpace returns s without white space at both ends.
func TrimSpace(s []byte) []byte {
	trimmed := strings.TrimSpace(string(s))
	left := strings.TrimLeft(string(s), " \t\n\v\f\r\u0085\u00a0")
	return within(s, left, trimmed)
}

// TrimFunc returns s without the characters at both ends for which f is true.
func TrimFunc(s []byte, f func(rune) bool) []byte {
	left := strings.TrimLeftFunc(string(s), f)
	return within(s, left, strings.TrimRightFunc(left, f))
}

// TrimPrefix returns s without prefix.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without suffix.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// Split cuts s at each sep.
func Split(s, sep []byte) [][]byte { return pieces(strings.Split(string(s), string(sep))) }

// SplitN is Split into at most n pieces.
func SplitN(s, sep []byte, n int) [][]byte { return pieces(strings.SplitN(string(s), string(sep), n)) }

// Fields cuts s at white space.
func Fields(s []byte) [][]byte { return pieces(strings.Fields(string(s))) }

// FieldsFunc cuts s at the characters for which f is true.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	return pieces(strings.FieldsFunc(string(s), f))
}

func pieces(texts []string) [][]byte {
	if texts == nil {
		return nil
	}
	all := make([][]byte, len(texts))
	for i, text := range texts {
		all[i] = []byte(text)
	}
	return all
}

// Join puts s together with sep between them.
func Join(s [][]byte, sep []byte) []byte {
	all := []byte{}
	for i, piece := range s {
		if i > 0 {
			all = append(all, sep...)
		}
		all = append(all, piece...)
	}
	return all
}

// Repeat returns count copies of b.
func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	return []byte(strings.Repeat(string(b), count))
}

// Replace returns s with the first n old replaced by new; all where n is below 0.
func Replace(s, old, new []byte, n int) []byte {
	return []byte(strings.Replace(string(s), string(old), string(new), n))
}

// ReplaceAll returns s with all old replaced by new.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Map returns s with each character replaced by what mapping makes of it.
func Map(mapping func(rune) rune, s []byte) []byte { return []byte(strings.Map(mapping, string(s))) }

// ToUpper returns s in upper case.
func ToUpper(s []byte) []byte { return []byte(strings.ToUpper(string(s))) }

// ToLower returns s in lower case.
func ToLower(s []byte) []byte { return []byte(strings.ToLower(string(s))) }

// ToTitle returns s in title case.
func ToTitle(s []byte) []byte { return []byte(strings.ToTitle(string(s))) }

// Runes returns the characters of s.
func Runes(s []byte) []rune { return []rune(string(s)) }
