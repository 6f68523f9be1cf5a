package fmt

import (
	"unicode"
	"unicode/utf8"
)

// formatted reads what format says.
func (s *scan) formatted(format string, a []any) (n int, err error) {
	for i := 0; i < len(format); {
		matched, ok := s.match(format[i:])
		if s.err != nil {
			return n, s.err
		}
		if matched > 0 {
			i += matched
			continue
		}
		if !ok {
			s.wrong("input does not match format")
			return n, s.err
		}
		i++
		s.width, i = width(format, i)
		verb, size := utf8.DecodeRuneInString(format[i:])
		i += size
		if verb != 'c' {
			s.SkipSpace()
		}
		if verb == '%' {
			s.SkipSpace()
			if s.some() && !s.take("%") {
				s.wrong("missing literal %")
			}
			continue
		}
		if s.err == nil && n >= len(a) {
			s.wrong("too few operands for format '%" + format[i-size:] + "'")
		}
		if s.err != nil {
			return n, s.err
		}
		s.limit = min(s.limit, s.count+s.width)
		s.value(verb, a[n])
		s.limit = unlimited
		if s.err != nil {
			return n, s.err
		}
		n++
	}
	if n < len(a) {
		s.wrong("too many operands")
	}
	return n, s.err
}

// width reads the width of a verb, and returns where that ends.
func width(format string, i int) (wid, end int) {
	from := i
	for i < len(format)-1 && '0' <= format[i] && format[i] <= '9' && wid < 1e6 {
		wid = 10*wid + int(format[i]-'0')
		i++
	}
	if i == from {
		return unlimited, i
	}
	return wid, i
}

// match reads what format says up to a verb, and returns how much of format that is. Where nothing was matched, ok says
// whether a verb comes next.
func (s *scan) match(format string) (n int, ok bool) {
	for n < len(format) && s.err == nil {
		c, size := utf8.DecodeRuneInString(format[n:])
		if unicode.IsSpace(c) {
			n += s.space(format[n:])
			continue
		}
		if c == '%' {
			if n+size == len(format) {
				s.wrong("missing verb: % at end of format string")
				return n, true
			}
			if format[n+size] != '%' {
				return n, true
			}
			n += size
		}
		r := s.must()
		if r != c {
			s.back(r)
			return 0, false
		}
		n += size
	}
	return n, true
}

// space reads the space that format begins with, and returns how long that is there. A newline stands for one, or the end,
// after any space; other space stands for some, or the end.
func (s *scan) space(format string) (n int) {
	newlines, trailing := 0, false
	for n < len(format) {
		c, size := utf8.DecodeRuneInString(format[n:])
		if !unicode.IsSpace(c) {
			break
		}
		trailing = c != '\n'
		if c == '\n' {
			newlines++
		}
		n += size
	}
	for range newlines {
		if r := s.blanks(s.next()); r != '\n' && r != endOfText {
			s.wrong("newline in format does not match input")
		}
	}
	if !trailing {
		return n
	}
	r := s.next()
	if newlines == 0 && r == '\n' {
		s.wrong("newline in input does not match format")
	} else if newlines == 0 && r != endOfText && !unicode.IsSpace(r) {
		s.wrong("expected space in input to match format")
	}
	s.back(s.blanks(r))
	return n
}

// blanks skips space but newlines from r on, and returns the character after it.
func (s *scan) blanks(r rune) rune {
	for r != '\n' && r != endOfText && unicode.IsSpace(r) {
		r = s.next()
	}
	return r
}
