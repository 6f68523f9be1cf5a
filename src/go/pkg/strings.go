// Package strings looks into text and makes new text of it.
package strings

import (
	"errors"
	"io"
	"iter"
	"math"
	"unicode"
	"unicode/utf8"
)

// Builder puts a string together, piece by piece. It notices when it was copied, since both would write to one memory.
type Builder struct {
	addr *Builder
	buf  []byte
}

func (b *Builder) stay() {
	if b.addr == nil {
		b.addr = b
	} else if b.addr != b {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

// String returns what was written.
func (b *Builder) String() string { return string(b.buf) }

// Len returns the number of bytes written.
func (b *Builder) Len() int { return len(b.buf) }

// Cap returns how many bytes there is room for.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset empties b.
func (b *Builder) Reset() { b.addr, b.buf = nil, nil }

// Grow makes room for n more bytes.
func (b *Builder) Grow(n int) {
	b.stay()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		b.buf = append(make([]byte, 0, 2*cap(b.buf)+n), b.buf...)
	}
}

// Write appends p.
func (b *Builder) Write(p []byte) (int, error) {
	b.stay()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c.
func (b *Builder) WriteByte(c byte) error {
	b.stay()
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r.
func (b *Builder) WriteRune(r rune) (int, error) { return b.WriteString(string(r)) }

// WriteString appends s.
func (b *Builder) WriteString(s string) (int, error) {
	b.stay()
	b.buf = append(b.buf, s...)
	return len(s), nil
}

// Reader reads from a string.
type Reader struct {
	s  string
	at int
	// where the last character that was read began; -1 for none
	rune int
}

// NewReader returns a Reader of s.
func NewReader(s string) *Reader { return &Reader{s, 0, -1} }

// Len returns the number of bytes not read yet.
func (r *Reader) Len() int { return max(len(r.s)-r.at, 0) }

// Size returns the number of bytes of the string.
func (r *Reader) Size() int64 { return int64(len(r.s)) }

func (r *Reader) Read(b []byte) (n int, err error) {
	if r.at >= len(r.s) {
		return 0, io.EOF
	}
	n = copy(b, r.s[r.at:])
	r.rune = -1
	r.at += n
	return n, nil
}

// ReadByte reads a byte.
func (r *Reader) ReadByte() (byte, error) {
	if r.at >= len(r.s) {
		return 0, io.EOF
	}
	c := r.s[r.at]
	r.rune = -1
	r.at++
	return c, nil
}

// UnreadByte takes back the last byte read.
func (r *Reader) UnreadByte() error {
	if r.at == 0 {
		return errors.New("strings.Reader.UnreadByte: at beginning of string")
	}
	r.at--
	r.rune = -1
	return nil
}

// ReadRune reads a character.
func (r *Reader) ReadRune() (ch rune, size int, err error) {
	if r.at >= len(r.s) {
		return 0, 0, io.EOF
	}
	ch, size = utf8.DecodeRuneInString(r.s[r.at:])
	r.rune = r.at
	r.at += size
	return ch, size, nil
}

// UnreadRune takes back the last character read.
func (r *Reader) UnreadRune() error {
	if r.at == 0 {
		return errors.New("strings.Reader.UnreadRune: at beginning of string")
	}
	if r.rune < 0 {
		return errors.New("strings.Reader.UnreadRune: previous operation was not ReadRune")
	}
	r.at, r.rune = r.rune, -1
	return nil
}

// ReadAt reads from a place on.
func (r *Reader) ReadAt(b []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("strings.Reader.ReadAt: negative offset")
	}
	if off >= int64(len(r.s)) {
		return 0, io.EOF
	}
	n = copy(b, r.s[off:])
	if n < len(b) {
		err = io.EOF
	}
	return n, err
}

// Seek goes to a place.
func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	r.rune = -1
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += int64(r.at)
	case io.SeekEnd:
		offset += int64(len(r.s))
	default:
		return 0, errors.New("strings.Reader.Seek: invalid whence")
	}
	if offset < 0 {
		return 0, errors.New("strings.Reader.Seek: negative position")
	}
	r.at = int(offset)
	return offset, nil
}

// WriteTo writes the rest to w.
func (r *Reader) WriteTo(w io.Writer) (n int64, err error) {
	r.rune = -1
	if r.at >= len(r.s) {
		return 0, nil
	}
	m, err := io.WriteString(w, r.s[r.at:])
	r.at += m
	return int64(m), err
}

// Reset makes r read from s.
func (r *Reader) Reset(s string) { *r = Reader{s, 0, -1} }

// Index returns where substr first begins in s, or -1.
func Index(s, substr string) int

// LastIndex returns where substr last begins in s, or -1.
func LastIndex(s, substr string) int

// IndexByte returns where c first stands in s, or -1.
func IndexByte(s string, c byte) int { return Index(s, string([]byte{c})) }

// LastIndexByte returns where c last stands in s, or -1.
func LastIndexByte(s string, c byte) int { return LastIndex(s, string([]byte{c})) }

// IndexRune returns where r first begins in s, or -1.
func IndexRune(s string, r rune) int {
	return IndexFunc(s, func(c rune) bool { return c == r })
}

// IndexAny returns where the first of chars begins in s, or -1.
func IndexAny(s, chars string) int {
	return IndexFunc(s, func(c rune) bool { return IndexRune(chars, c) >= 0 })
}

// LastIndexAny returns where the last of chars begins in s, or -1.
func LastIndexAny(s, chars string) int {
	return LastIndexFunc(s, func(c rune) bool { return IndexRune(chars, c) >= 0 })
}

// IndexFunc returns where the first character begins for which f is true, or -1.
func IndexFunc(s string, f func(rune) bool) int {
	for i, c := range s {
		if f(c) {
			return i
		}
	}
	return -1
}

// LastIndexFunc returns where the last character begins for which f is true, or -1.
func LastIndexFunc(s string, f func(rune) bool) int {
	for end := len(s); end > 0; {
		c, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
		if f(c) {
			return end
		}
	}
	return -1
}

// Contains reports whether substr is in s.
func Contains(s, substr string) bool { return Index(s, substr) >= 0 }

// ContainsAny reports whether one of chars is in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune reports whether r is in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc reports whether f is true for a character of s.
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

// Count returns how many times substr is in s, without overlap; for "" the number of characters and one.
func Count(s, substr string) int {
	if substr == "" {
		return utf8.RuneCountInString(s) + 1
	}
	n := 0
	for {
		i := Index(s, substr)
		if i < 0 {
			return n
		}
		n++
		s = s[i+len(substr):]
	}
}

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// Cut returns what stands before and after the first sep, and whether there is one.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutLast returns what stands before and after the last sep, and whether there is one.
func CutLast(s, sep string) (before, after string, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix returns s without prefix, and whether it had it.
func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without suffix, and whether it had it.
func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// Compare returns -1, 0 or 1.
func Compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Clone returns a copy of s.
func Clone(s string) string { return string([]byte(s)) }

// EqualFold reports whether s and t are equal but for upper and lower case.
func EqualFold(s, t string) bool {
	if s == t {
		return true
	}
	for s != "" && t != "" {
		a, n := utf8.DecodeRuneInString(s)
		b, m := utf8.DecodeRuneInString(t)
		if a != b && fold(a) != fold(b) {
			return false
		}
		s, t = s[n:], t[m:]
	}
	return s == t
}

func fold(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) }

// Join puts elems together with sep between them.
func Join(elems []string, sep string) string {
	n := 0
	for _, e := range elems {
		n += len(e) + len(sep)
	}
	text := make([]byte, 0, n)
	for i, e := range elems {
		if i > 0 {
			text = append(text, sep...)
		}
		text = append(text, e...)
	}
	return string(text)
}

// Repeat returns count copies of s.
func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if count > 0 && len(s) > math.MaxInt/count {
		panic("strings: Repeat output length overflow")
	}
	if count > 0 && len(s) > (1<<31)/count {
		// More than there is memory for.
		_ = make([]byte, len(s)*count)
	}
	return repeat(s, count)
}

func repeat(s string, count int) string

// Replace returns s with the first n old replaced by new; all where n is below 0.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	var text []byte
	for ; n != 0; n-- {
		i := Index(s, old)
		if i < 0 {
			break
		}
		text = append(text, s[:i]...)
		text = append(text, new...)
		s = s[i+len(old):]
		if old == "" {
			if s == "" {
				break
			}
			_, size := utf8.DecodeRuneInString(s)
			text = append(text, s[:size]...)
			s = s[size:]
		}
	}
	return string(append(text, s...))
}

// ReplaceAll returns s with all old replaced by new.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Split cuts s at each sep; at each character where sep is "".
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitN is Split into at most n pieces; without limit where n is below 0.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfter is Split that leaves each sep at the end of its piece.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitAfter into at most n pieces.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	pieces := []string{}
	for n < 0 || len(pieces) < n-1 {
		if sep == "" {
			_, size := utf8.DecodeRuneInString(s)
			if size == len(s) {
				break
			}
			pieces = append(pieces, s[:size])
			s = s[size:]
			continue
		}
		i := Index(s, sep)
		if i < 0 {
			break
		}
		pieces = append(pieces, s[:i+keep])
		s = s[i+len(sep):]
	}
	if sep == "" && s == "" {
		return pieces
	}
	return append(pieces, s)
}

// Fields cuts s at white space.
func Fields(s string) []string { return FieldsFunc(s, unicode.IsSpace) }

// FieldsFunc cuts s at the characters for which f is true.
func FieldsFunc(s string, f func(rune) bool) []string {
	fields := []string{}
	for field := range FieldsFuncSeq(s, f) {
		fields = append(fields, field)
	}
	return fields
}

// FieldsSeq yields Fields(s).
func FieldsSeq(s string) iter.Seq[string] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq yields FieldsFunc(s, f).
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, c := range s {
			if f(c) {
				if start >= 0 && !yield(s[start:i]) {
					return
				}
				start = -1
			} else if start < 0 {
				start = i
			}
		}
		if start >= 0 {
			yield(s[start:])
		}
	}
}

// SplitSeq yields Split(s, sep).
func SplitSeq(s, sep string) iter.Seq[string] { return all(Split(s, sep)) }

// SplitAfterSeq yields SplitAfter(s, sep).
func SplitAfterSeq(s, sep string) iter.Seq[string] { return all(SplitAfter(s, sep)) }

func all(pieces []string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, piece := range pieces {
			if !yield(piece) {
				return
			}
		}
	}
}

// Lines yields the lines of s, each with its newline.
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s != "" {
			line := s
			if i := IndexByte(s, '\n'); i >= 0 {
				line = s[:i+1]
			}
			s = s[len(line):]
			if !yield(line) {
				return
			}
		}
	}
}

// Map returns s with each character replaced by what mapping makes of it; below 0 it is left out.
func Map(mapping func(rune) rune, s string) string {
	var text []byte
	for _, c := range s {
		if c = mapping(c); c >= 0 {
			text = utf8.AppendRune(text, c)
		}
	}
	return string(text)
}

// ToUpper returns s in upper case.
func ToUpper(s string) string { return Map(unicode.ToUpper, s) }

// ToLower returns s in lower case.
func ToLower(s string) string { return Map(unicode.ToLower, s) }

// ToTitle returns s in title case.
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// Title returns s with the first letter of each word in title case.
func Title(s string) string {
	before := ' '
	return Map(func(r rune) rune {
		starts := !isWord(before)
		before = r
		if starts {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

func isWord(r rune) bool {
	switch {
	case r == '_', unicode.IsLetter(r), unicode.IsDigit(r):
		return true
	case r < utf8.RuneSelf:
		return false
	}
	return !unicode.IsSpace(r)
}

// ToValidUTF8 returns s with each run of bytes that aren't UTF-8 replaced.
func ToValidUTF8(s, replacement string) string {
	var text []byte
	wrong := false
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && size == 1 {
			if !wrong {
				text = append(text, replacement...)
			}
			wrong = true
		} else {
			text = append(text, s[:size]...)
			wrong = false
		}
		s = s[size:]
	}
	return string(text)
}

// Trim returns s without the characters of cutset at both ends.
func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft returns s without the characters of cutset at its beginning.
func TrimLeft(s, cutset string) string {
	return TrimLeftFunc(s, func(r rune) bool { return ContainsRune(cutset, r) })
}

// TrimRight returns s without the characters of cutset at its end.
func TrimRight(s, cutset string) string {
	return TrimRightFunc(s, func(r rune) bool { return ContainsRune(cutset, r) })
}

// TrimSpace returns s without white space at both ends.
func TrimSpace(s string) string { return TrimFunc(s, unicode.IsSpace) }

// TrimFunc returns s without the characters at both ends for which f is true.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc returns s without the characters at its beginning for which f is true.
func TrimLeftFunc(s string, f func(rune) bool) string {
	i := IndexFunc(s, func(r rune) bool { return !f(r) })
	if i < 0 {
		return ""
	}
	return s[i:]
}

// TrimRightFunc returns s without the characters at its end for which f is true.
func TrimRightFunc(s string, f func(rune) bool) string {
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !f(r) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// TrimPrefix returns s without prefix.
func TrimPrefix(s, prefix string) string {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix returns s without suffix.
func TrimSuffix(s, suffix string) string {
	s, _ = CutSuffix(s, suffix)
	return s
}

// Replacer replaces several texts at once.
type Replacer struct{ oldnew []string }

// NewReplacer returns a Replacer of pairs, old and new. At each place the first pair that fits is taken.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{append([]string{}, oldnew...)}
}

// Replace returns s with all replacements made.
func (r *Replacer) Replace(s string) string {
	var text []byte
	afterEmpty := false
	for i := 0; i <= len(s); {
		old, new, ok := r.at(s[i:], afterEmpty)
		afterEmpty = ok && old == ""
		if ok {
			text = append(text, new...)
			i += len(old)
			continue
		}
		if i < len(s) {
			text = append(text, s[i])
		}
		i++
	}
	return string(text)
}

func (r *Replacer) at(s string, afterEmpty bool) (old, new string, ok bool) {
	for i := 0; i < len(r.oldnew); i += 2 {
		if old := r.oldnew[i]; HasPrefix(s, old) && !(old == "" && afterEmpty) {
			return old, r.oldnew[i+1], true
		}
	}
	return "", "", false
}

// WriteString writes s to w with all replacements made.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}
