// Package strconv turns values into text and back.
package strconv

import (
	"errors"
	"unicode/utf8"
)

// IntSize is the size of an int in bits.
const IntSize = 64

// ErrRange says that a value is out of range for its type.
var ErrRange = errors.New("value out of range")

// ErrSyntax says that a text doesn't have the right form.
var ErrSyntax = errors.New("invalid syntax")

// NumError is a conversion that failed.
type NumError struct {
	// Func is the function that failed.
	Func string
	// Num is the text.
	Num string
	// Err is the reason: ErrRange, ErrSyntax or another.
	Err error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

// Unwrap returns the reason.
func (e *NumError) Unwrap() error { return e.Err }

func syntaxError(function, text string) error { return &NumError{function, text, ErrSyntax} }
func rangeError(function, text string) error  { return &NumError{function, text, ErrRange} }

// ParseBool takes 1, t, T, TRUE, true, True, 0, f, F, FALSE, false and False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, syntaxError("ParseBool", str)
}

// FormatBool returns "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false".
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

// Atoi is ParseInt(s, 10, 0) as an int.
func Atoi(s string) (int, error) {
	i, err := parseInt("Atoi", s, 10, 0)
	return int(i), err
}

// Itoa is FormatInt(int64(i), 10).
func Itoa(i int) string { return FormatInt(int64(i), 10) }

// ParseInt reads an integer in a base from 2 to 36, or in base 0 as in Go source, that fits into bitSize bits.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	return parseInt("ParseInt", s, base, bitSize)
}

func parseInt(function, s string, base int, bitSize int) (int64, error) {
	if s == "" {
		return 0, syntaxError(function, s)
	}
	digits, negative := s, false
	if s[0] == '+' || s[0] == '-' {
		digits, negative = s[1:], s[0] == '-'
	}
	n, err := parseUint(function, digits, base, bitSize)
	if err != nil && err.Err != ErrRange {
		err.Num = s
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	limit := uint64(1) << uint(bitSize-1)
	switch {
	case negative && n > limit:
		return -int64(limit), rangeError(function, s)
	case negative:
		return -int64(n), nil
	case n >= limit:
		return int64(limit - 1), rangeError(function, s)
	}
	return int64(n), nil
}

// ParseUint is ParseInt without a sign.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	n, err := parseUint("ParseUint", s, base, bitSize)
	if err != nil {
		return n, err
	}
	return n, nil
}

func parseUint(function, s string, base int, bitSize int) (uint64, *NumError) {
	digits, underscores := s, base == 0
	switch {
	case s == "":
		return 0, &NumError{function, s, ErrSyntax}
	case 2 <= base && base <= 36:
	case base == 0:
		base = 10
		if s[0] == '0' {
			base, digits = prefix(s)
		}
	default:
		return 0, &NumError{function, s, errors.New("invalid base " + Itoa(base))}
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, &NumError{function, s, errors.New("invalid bit size " + Itoa(bitSize))}
	}
	if digits == "" {
		return 0, &NumError{function, s, ErrSyntax}
	}
	max := ^uint64(0) >> uint(64-bitSize)
	n := uint64(0)
	for _, c := range []byte(digits) {
		if c == '_' && underscores {
			continue
		}
		d := digit(c)
		if d >= base {
			return 0, &NumError{function, s, ErrSyntax}
		}
		if n > (max-uint64(d))/uint64(base) {
			return max, &NumError{function, s, ErrRange}
		}
		n = n*uint64(base) + uint64(d)
	}
	if underscores && !underscoresAreRight(s) {
		return 0, &NumError{function, s, ErrSyntax}
	}
	return n, nil
}

// prefix returns the base that a text beginning with 0 names, and what follows.
func prefix(s string) (base int, digits string) {
	if len(s) >= 3 {
		switch s[1] {
		case 'b', 'B':
			return 2, s[2:]
		case 'o', 'O':
			return 8, s[2:]
		case 'x', 'X':
			return 16, s[2:]
		}
	}
	return 8, s[1:] + "0"[:boolToInt(len(s) == 1)]
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// underscoresAreRight reports whether underscores stand only between digits, or between prefix and digit.
func underscoresAreRight(s string) bool {
	hex := len(s) >= 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X')
	before := byte('_')
	if hex || len(s) >= 2 && s[0] == '0' && (s[1]|0x20 == 'b' || s[1]|0x20 == 'o') {
		before, s = '0', s[2:]
	}
	for _, c := range []byte(s) {
		if c == '_' && before == '_' {
			return false
		}
		isDigit := digit(c) < 10 || hex && digit(c) < 16
		if c != '_' && !isDigit && before == '_' {
			return false
		}
		if c == '_' && before == '!' {
			return false
		}
		switch {
		case c == '_', isDigit:
			before = c
		default:
			before = '!'
		}
	}
	return before != '_'
}

func digit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

// FormatInt writes i in a base from 2 to 36.
func FormatInt(i int64, base int) string { return formatInt(uint64(i), base, i < 0) }

// FormatUint writes i in a base from 2 to 36.
func FormatUint(i uint64, base int) string { return formatInt(i, base, false) }

// AppendInt appends FormatInt(i, base).
func AppendInt(dst []byte, i int64, base int) []byte { return append(dst, FormatInt(i, base)...) }

// AppendUint appends FormatUint(i, base).
func AppendUint(dst []byte, i uint64, base int) []byte { return append(dst, FormatUint(i, base)...) }

// formatInt panics where base is out of range.
func formatInt(i uint64, base int, negative bool) string

// ParseFloat reads a floating-point number; bitSize is 32 or 64.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, fault := parseFloat(s, bitSize)
	switch fault {
	case 1:
		return 0, syntaxError("ParseFloat", s)
	case 2:
		return f, rangeError("ParseFloat", s)
	}
	return f, nil
}

// parseFloat returns a fault of 1 for a wrong form and of 2 for an overflow.
func parseFloat(s string, bitSize int) (f float64, fault int)

// FormatFloat writes f in format 'b', 'e', 'E', 'f', 'g', 'G', 'x' or 'X' with prec digits; -1 stands for as many as are
// needed to read f back.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string

// AppendFloat appends FormatFloat(f, fmt, prec, bitSize).
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, FormatFloat(f, fmt, prec, bitSize)...)
}

// How quote treats what isn't plain.
const (
	plain = iota
	toASCII
	toGraphic
)

// Quote returns s as a string literal of Go.
func Quote(s string) string { return quote(s, '"', plain) }

// QuoteToASCII is Quote with escapes for all that isn't ASCII.
func QuoteToASCII(s string) string { return quote(s, '"', toASCII) }

// QuoteToGraphic is Quote that leaves graphic characters as they are.
func QuoteToGraphic(s string) string { return quote(s, '"', toGraphic) }

// QuoteRune returns r as a character literal of Go.
func QuoteRune(r rune) string { return quote(string(r), '\'', plain) }

// QuoteRuneToASCII is QuoteRune with an escape for what isn't ASCII.
func QuoteRuneToASCII(r rune) string { return quote(string(r), '\'', toASCII) }

// IsGraphic reports whether r is letter, mark, number, punctuation, symbol or a space.
func IsGraphic(r rune) bool { return IsPrint(r) || isSpace(r) }

// isSpace knows the spaces, in one way or another, that aren't ASCII's.
func isSpace(r rune) bool {
	return r == 0xa0 || r == 0x1680 || 0x2000 <= r && r <= 0x200a || r == 0x202f || r == 0x205f || r == 0x3000
}

// QuoteRuneToGraphic is QuoteRune that leaves what is graphic as it is.
func QuoteRuneToGraphic(r rune) string { return quote(string(r), '\'', toGraphic) }

// AppendQuoteToASCII appends QuoteToASCII(s).
func AppendQuoteToASCII(dst []byte, s string) []byte { return append(dst, QuoteToASCII(s)...) }

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r).
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return append(dst, QuoteRuneToASCII(r)...) }

// AppendQuoteToGraphic appends QuoteToGraphic(s).
func AppendQuoteToGraphic(dst []byte, s string) []byte { return append(dst, QuoteToGraphic(s)...) }

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r).
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}

// AppendQuote appends Quote(s).
func AppendQuote(dst []byte, s string) []byte { return append(dst, Quote(s)...) }

// AppendQuoteRune appends QuoteRune(r).
func AppendQuoteRune(dst []byte, r rune) []byte { return append(dst, QuoteRune(r)...) }

func quote(s string, mark byte, how int) string

// IsPrint reports whether r is letter, mark, number, punctuation, symbol or an ASCII space.
func IsPrint(r rune) bool

// CanBackquote reports whether s can be a raw string literal on one line.
func CanBackquote(s string) bool {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '\ufeff' || r == utf8.RuneError && size == 1 || r < ' ' && r != '\t' || r == '`' || r == '\u007f' {
			return false
		}
		i += size
	}
	return true
}

// Unquote reads a string or character literal of Go.
func Unquote(s string) (string, error) {
	n := len(s)
	if n < 2 || s[0] != s[n-1] {
		return "", ErrSyntax
	}
	mark, inner := s[0], s[1:n-1]
	switch mark {
	case '`':
		return unquoteRaw(inner)
	case '"', '\'':
	default:
		return "", ErrSyntax
	}
	var text []byte
	count := 0
	for inner != "" {
		r, multibyte, rest, err := UnquoteChar(inner, mark)
		if err != nil || inner[0] == '\n' {
			return "", ErrSyntax
		}
		inner = rest
		if r < utf8.RuneSelf || !multibyte {
			text = append(text, byte(r))
		} else {
			text = utf8.AppendRune(text, r)
		}
		count++
	}
	if mark == '\'' && count > 1 {
		return "", ErrSyntax
	}
	return string(text), nil
}

func unquoteRaw(s string) (string, error) {
	var text []byte
	for _, c := range []byte(s) {
		if c == '`' {
			return "", ErrSyntax
		}
		if c != '\r' {
			text = append(text, c)
		}
	}
	return string(text), nil
}

// UnquoteChar reads the first character of a literal in quotation marks of the given kind: the character, whether it needs
// more than one byte in UTF-8, and what follows.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" || s[0] == quote && (quote == '\'' || quote == '"') {
		return 0, false, "", ErrSyntax
	}
	if s[0] != '\\' {
		r, size := utf8.DecodeRuneInString(s)
		return r, s[0] >= utf8.RuneSelf, s[size:], nil
	}
	if len(s) < 2 {
		return 0, false, "", ErrSyntax
	}
	c := s[1]
	s = s[2:]
	switch c {
	case 'a':
		return '\a', false, s, nil
	case 'b':
		return '\b', false, s, nil
	case 'f':
		return '\f', false, s, nil
	case 'n':
		return '\n', false, s, nil
	case 'r':
		return '\r', false, s, nil
	case 't':
		return '\t', false, s, nil
	case 'v':
		return '\v', false, s, nil
	case '\\':
		return '\\', false, s, nil
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		return rune(c), false, s, nil
	case 'x':
		return unquoteDigits(s, 2, 16)
	case 'u':
		return unquoteDigits(s, 4, 16)
	case 'U':
		return unquoteDigits(s, 8, 16)
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return unquoteDigits(string(rune(c))+s, 3, 8)
	}
	return 0, false, "", ErrSyntax
}

func unquoteDigits(s string, count, base int) (value rune, multibyte bool, tail string, err error) {
	if len(s) < count {
		return 0, false, "", ErrSyntax
	}
	n := 0
	for _, c := range []byte(s[:count]) {
		d := digit(c)
		if d >= base {
			return 0, false, "", ErrSyntax
		}
		n = n*base + d
	}
	bytes := count <= 3
	if bytes && n > 255 || !bytes && !utf8.ValidRune(rune(n)) {
		return 0, false, "", ErrSyntax
	}
	return rune(n), !bytes, s[count:], nil
}
