package fmt

import (
	"io"
	"math"
	"strconv"
	"unicode/utf8"
)

// The kinds of what pointers point to.
const (
	noPointer = iota
	boolean
	signed
	unsigned
	floating
	complexNumber
	words
	bytes
	other
)

// pointee returns the kind of what arg points to, and how many bits it has.
func pointee(arg any) (kind, bits int)

// These store in what arg points to: a number by its bits, a complex one by those of both parts.
func storeBits(arg any, bits, more uint64)
func storeString(arg any, s string)
func storeBytes(arg any, b []byte)

// value reads one value.
func (s *scan) value(verb rune, arg any) {
	s.token = s.token[:0]
	if v, ok := arg.(Scanner); ok {
		err := v.Scan(s, verb)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			s.fail(err)
		}
		return
	}
	kind, bits := pointee(arg)
	switch kind {
	case noPointer:
		s.wrong("type not a pointer: " + Sprintf("%T", arg))
	case boolean:
		if b := s.boolean(verb); s.err == nil {
			storeBits(arg, b, 0)
		}
	case signed, unsigned:
		if i := s.integer(verb, kind == signed, bits); s.err == nil {
			storeBits(arg, i, 0)
		}
	case floating:
		if f := s.float(verb, bits); s.err == nil {
			storeBits(arg, math.Float64bits(f), 0)
		}
	case complexNumber:
		if re, im := s.complex(verb, bits/2); s.err == nil {
			storeBits(arg, math.Float64bits(re), math.Float64bits(im))
		}
	case words, bytes:
		text := s.words(verb)
		if s.err == nil && kind == words {
			storeString(arg, text)
		} else if s.err == nil {
			storeBytes(arg, []byte(text))
		}
	default:
		s.wrong("can't scan type: " + Sprintf("%T", arg))
	}
}

// starts reports whether the verb is one of these, and something is left after space.
func (s *scan) starts(verb rune, verbs, what string) bool {
	if !has(verbs, verb) {
		s.wrong("bad verb '%" + string(verb) + "' for " + what)
		return false
	}
	s.SkipSpace()
	return s.some()
}

func (s *scan) boolean(verb rune) uint64 {
	s.SkipSpace()
	if !s.some() || !s.starts(verb, "tv", "boolean") {
		return 0
	}
	rest, value := "", uint64(0)
	switch s.next() {
	case '1':
		return 1
	case 't', 'T':
		rest, value = "rRuUeE", 1
	case 'f', 'F':
		rest = "aAlLsSeE"
	}
	for i := 0; i < len(rest); i += 2 {
		if s.take(rest[i : i+2]) {
			continue
		}
		if i > 0 {
			s.wrong("syntax error scanning boolean")
		}
		break
	}
	return value
}

const (
	octal       = "01234567"
	decimal     = "0123456789"
	hexadecimal = "0123456789aAbBcCdDeEfF"
)

func (s *scan) integer(verb rune, negative bool, bits int) uint64 {
	if verb == 'c' {
		return s.character(bits)
	}
	s.SkipSpace()
	if !s.some() || !s.starts(verb, "bdoUxXv", "integer") {
		return 0
	}
	base, digits, zero := 10, decimal, false
	switch verb {
	case 'b':
		base, digits = 2, "01"
	case 'o':
		base, digits = 8, octal
	case 'x', 'X', 'U':
		base, digits = 16, hexadecimal
	}
	if verb == 'U' {
		if !s.take("U") || !s.take("+") {
			s.wrong("bad unicode format ")
		}
		s.token = s.token[:0]
	} else if negative {
		s.take("+-")
	}
	if verb == 'v' {
		base, digits, zero = s.prefix()
	}
	if !zero && s.some() && !s.take(digits) {
		s.wrong("expected integer")
	}
	s.takeAll(digits)
	if s.err != nil {
		return 0
	}
	return s.read(string(s.token), base, negative, bits)
}

// prefix reads what says a base, and reports whether that begins with a zero.
func (s *scan) prefix() (base int, digits string, zero bool) {
	switch {
	case !s.take("0"):
		return 0, decimal + "_", false
	case s.take("bB"):
		return 0, "01_", true
	case s.take("xX"):
		return 0, hexadecimal + "_", true
	}
	s.take("oO")
	return 0, octal + "_", true
}

func (s *scan) read(text string, base int, negative bool, bits int) (value uint64) {
	spare := 64 - bits
	word := "integer"
	var err error
	var fits bool
	if negative {
		var i int64
		i, err = strconv.ParseInt(text, base, 64)
		value, fits = uint64(i), i<<spare>>spare == i
	} else {
		value, err = strconv.ParseUint(text, base, 64)
		word, fits = "unsigned integer", value<<spare>>spare == value
	}
	if err != nil {
		s.fail(err)
	} else if !fits {
		s.wrong(word + " overflow on token " + text)
	}
	return value
}

func (s *scan) character(bits int) uint64 {
	if !s.some() {
		return 0
	}
	r := s.next()
	if c, spare := int64(r), 64-bits; c<<spare>>spare != c {
		s.wrong("overflow on character value " + string(r))
	}
	return uint64(r)
}

const floatVerbs = "beEfFgGv"

func (s *scan) float(verb rune, bits int) float64 {
	if !s.starts(verb, floatVerbs, "float"+strconv.Itoa(bits)) {
		return 0
	}
	return s.parse(s.decimal(), bits)
}

// decimal returns what looks like a float.
func (s *scan) decimal() string {
	s.token = s.token[:0]
	if s.take("nN") && s.take("aA") && s.take("nN") {
		return string(s.token)
	}
	s.take("+-")
	if s.take("iI") && s.take("nN") && s.take("fF") {
		return string(s.token)
	}
	digits, exponent := decimal+"_", "eEpP"
	if s.take("0") && s.take("xX") {
		digits, exponent = hexadecimal+"_", "pP"
	}
	s.takeAll(digits)
	if s.take(".") {
		s.takeAll(digits)
	}
	if s.take(exponent) {
		s.take("+-")
		s.takeAll(decimal + "_")
	}
	return string(s.token)
}

// parse reads a float, whose decimal digits may have a power of two after a p.
func (s *scan) parse(text string, bits int) float64 {
	if s.err != nil {
		return 0
	}
	number, power := text, 0
	for i, c := range text {
		if c == 'x' || c == 'X' {
			break
		}
		if c == 'p' {
			var err error
			if power, err = strconv.Atoi(text[i+1:]); err != nil {
				err.(*strconv.NumError).Num = text
				s.fail(err)
			}
			number = text[:i]
			break
		}
	}
	f, err := strconv.ParseFloat(number, bits)
	if err != nil {
		err.(*strconv.NumError).Num = text
		s.fail(err)
	}
	return math.Ldexp(f, power)
}

func (s *scan) complex(verb rune, bits int) (re, im float64) {
	if !s.starts(verb, floatVerbs, "complex") {
		return 0, 0
	}
	enclosed := s.take("(")
	first := s.decimal()
	s.token = s.token[:0]
	minus := s.peek("-")
	signed := s.take("+-")
	second := s.decimal()
	if minus {
		second = "-" + second
	}
	if !signed || !s.take("i") || enclosed && !s.take(")") {
		s.wrong("syntax error scanning complex number")
	}
	return s.parse(first, bits), s.parse(second, bits)
}

// words reads a string: a word, or what is quoted or in hexadecimal.
func (s *scan) words(verb rune) string {
	if !s.starts(verb, "svqxX", "string") {
		return ""
	}
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hexadecimal()
	}
	s.run(nil)
	return string(s.token)
}

func (s *scan) quoted() string {
	quote := s.next()
	if quote != '"' && quote != '`' {
		s.wrong("expected quoted string")
		return ""
	}
	s.token = append(s.token, byte(quote))
	for s.err == nil {
		r := s.must()
		s.token = utf8.AppendRune(s.token, r)
		if r == quote {
			break
		}
		if r == '\\' && quote == '"' {
			s.token = utf8.AppendRune(s.token, s.must())
		}
	}
	if s.err != nil {
		return ""
	}
	if quote == '`' {
		return string(s.token[1 : len(s.token)-1])
	}
	text, err := strconv.Unquote(string(s.token))
	if err != nil {
		s.fail(err)
	}
	return text
}

func (s *scan) hexadecimal() string {
	var text []byte
	for s.peek(hexadecimal) {
		s.token = s.token[:0]
		s.take(hexadecimal)
		if !s.take(hexadecimal) {
			s.must()
			s.wrong("illegal hex digit")
			return ""
		}
		b, _ := strconv.ParseUint(string(s.token), 16, 8)
		text = append(text, byte(b))
	}
	if len(text) == 0 {
		s.wrong("no hex data for %x string")
	}
	return string(text)
}
