package fmt

import (
	"errors"
	"io"
	"os"
	"unicode"
	"unicode/utf8"
)

// ScanState is what a Scanner reads from.
type ScanState interface {
	// ReadRune reads the next character, up to the width that is given, and of a line no more than its end.
	ReadRune() (r rune, size int, err error)
	// UnreadRune takes the last character back.
	UnreadRune() error
	// SkipSpace skips space, and newlines where they count as space.
	SkipSpace()
	// Token returns the next characters that f wants, or that are no space where f is nil.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	// Width returns the width, and whether one is given.
	Width() (wid int, ok bool)
	// Read always fails.
	Read(buf []byte) (n int, err error)
}

// Scanner is what reads itself.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// Scan reads values from standard input, with space or newlines between them.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln reads the values of a line of standard input.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf reads from standard input what format says.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

// Sscan is Scan from str.
func Sscan(str string, a ...any) (n int, err error) { return Fscan(&text{str}, a...) }

// Sscanln is Scanln from str.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&text{str}, a...) }

// Sscanf is Scanf from str.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&text{str}, format, a...)
}

// Fscan is Scan from r.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := scanOf(r)
	s.across = true
	return s.values(a)
}

// Fscanln is Scanln from r.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := scanOf(r)
	s.line = true
	return s.values(a)
}

// Fscanf is Scanf from r.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return scanOf(r).formatted(format, a)
}

// text is a Reader of what is left of a string.
type text struct{ left string }

func (t *text) Read(b []byte) (n int, err error) {
	if t.left == "" {
		return 0, io.EOF
	}
	n = copy(b, t.left)
	t.left = t.left[n:]
	return n, nil
}

// runes reads characters from a Reader byte by byte, so that it takes no more than it must.
type runes struct {
	from   io.Reader
	rest   []byte
	last   rune
	size   int
	unread bool
}

func (r *runes) next() (byte, error) {
	if len(r.rest) > 0 {
		b := r.rest[0]
		r.rest = r.rest[1:]
		return b, nil
	}
	var one [1]byte
	_, err := io.ReadFull(r.from, one[:])
	return one[0], err
}

func (r *runes) ReadRune() (rune, int, error) {
	if r.unread {
		r.unread = false
		return r.last, r.size, nil
	}
	b, err := r.next()
	if err != nil {
		return 0, 0, err
	}
	char := []byte{b}
	for !utf8.FullRune(char) {
		b, err := r.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return 0, 0, err
		}
		char = append(char, b)
	}
	r.last, r.size = utf8.DecodeRune(char)
	r.rest = append(char[r.size:], r.rest...)
	return r.last, r.size, nil
}

func (r *runes) UnreadRune() error {
	if r.unread {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.unread = true
	return nil
}

// endOfText stands for the end of what can be read.
const endOfText = -1

// unlimited is as wide as what has no width.
const unlimited = 1 << 30

// scan is the state of a scan.
type scan struct {
	in     io.RuneScanner
	across bool // newlines count as space
	line   bool // a newline ends the scan
	ended  bool
	count  int // the characters read
	limit  int // how many may be read for the present value
	width  int
	token  []byte
	err    error // what was wrong first; nothing is read after that
}

func scanOf(r io.Reader) *scan {
	in, ok := r.(io.RuneScanner)
	if !ok {
		in = &runes{from: r}
	}
	return &scan{in: in, limit: unlimited, width: unlimited}
}

func (s *scan) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *scan) wrong(what string) { s.fail(errors.New(what)) }

// Read fails.
func (s *scan) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

// Width returns the width, and whether one is given.
func (s *scan) Width() (wid int, ok bool) {
	if s.width == unlimited {
		return 0, false
	}
	return s.width, true
}

// ReadRune reads the next character.
func (s *scan) ReadRune() (r rune, size int, err error) {
	if s.ended || s.count >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.in.ReadRune()
	if err == nil {
		s.count++
		s.ended = s.line && r == '\n'
	} else if err == io.EOF {
		s.ended = true
	}
	return r, size, err
}

// UnreadRune takes the last character back.
func (s *scan) UnreadRune() error {
	s.in.UnreadRune()
	s.ended = false
	s.count--
	return nil
}

// next returns the next character, or endOfText.
func (s *scan) next() rune {
	if s.err != nil {
		return endOfText
	}
	r, _, err := s.ReadRune()
	if err == nil {
		return r
	}
	if err != io.EOF {
		s.fail(err)
	}
	return endOfText
}

// must is next where the text must not end.
func (s *scan) must() rune {
	r := s.next()
	if r == endOfText {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

func (s *scan) back(r rune) {
	if r != endOfText {
		s.UnreadRune()
	}
}

// peek reports whether the next character is one of these.
func (s *scan) peek(chars string) bool {
	r := s.next()
	s.back(r)
	return has(chars, r)
}

// take reads the next character if it is one of these.
func (s *scan) take(chars string) bool {
	r := s.next()
	if !has(chars, r) {
		s.back(r)
		return false
	}
	s.token = utf8.AppendRune(s.token, r)
	return true
}

func (s *scan) takeAll(chars string) {
	for s.take(chars) {
	}
}

func has(chars string, r rune) bool {
	for _, c := range chars {
		if c == r {
			return true
		}
	}
	return false
}

// some reports whether anything is left, which must be.
func (s *scan) some() bool {
	r := s.next()
	if r == endOfText {
		s.fail(io.EOF)
		return false
	}
	s.UnreadRune()
	return true
}

// SkipSpace skips space.
func (s *scan) SkipSpace() {
	for {
		r := s.next()
		switch {
		case r == endOfText:
			return
		case r == '\r' && s.peek("\n"):
		case r == '\n' && s.across:
		case r == '\n':
			s.wrong("unexpected newline")
			return
		case !unicode.IsSpace(r):
			s.UnreadRune()
			return
		}
	}
}

// Token returns the next characters that f wants.
func (s *scan) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	s.token = s.token[:0]
	if skipSpace {
		s.SkipSpace()
	}
	s.run(f)
	err, s.err = s.err, nil
	return s.token, err
}

func (s *scan) run(f func(rune) bool) {
	for {
		r := s.next()
		if r == endOfText {
			return
		}
		if f == nil && unicode.IsSpace(r) || f != nil && !f(r) {
			s.UnreadRune()
			return
		}
		s.token = utf8.AppendRune(s.token, r)
	}
}

// values reads values with space between them.
func (s *scan) values(a []any) (n int, err error) {
	for _, arg := range a {
		s.value('v', arg)
		if s.err != nil {
			return n, s.err
		}
		n++
	}
	for s.line {
		r := s.next()
		if r == '\n' || r == endOfText {
			break
		}
		if !unicode.IsSpace(r) {
			s.wrong("expected newline")
		}
	}
	return n, s.err
}
