// Package utf8 reads and writes characters in UTF-8.
package utf8

const (
	// RuneError stands for what isn't UTF-8.
	RuneError = '\uFFFD'
	// RuneSelf is the first character of more than one byte.
	RuneSelf = 0x80
	// MaxRune is the last character.
	MaxRune = '\U0010FFFF'
	// UTFMax is the most bytes that a character takes.
	UTFMax = 4
)

// RuneCountInString returns the number of characters in s.
func RuneCountInString(s string) (n int) {
	for range s {
		n++
	}
	return n
}

// RuneCount returns the number of characters in p.
func RuneCount(p []byte) int { return RuneCountInString(string(p)) }

// RuneLen returns the bytes that r takes, or -1.
func RuneLen(r rune) int {
	switch {
	case !ValidRune(r):
		return -1
	case r < RuneSelf:
		return 1
	case r < 0x800:
		return 2
	case r < 0x10000:
		return 3
	}
	return 4
}

// ValidRune reports whether r can be written in UTF-8.
func ValidRune(r rune) bool {
	return 0 <= r && r < 0xD800 || 0xDFFF < r && r <= MaxRune
}

// ValidString reports whether s is all UTF-8.
func ValidString(s string) bool {
	for i, r := range s {
		if r == RuneError {
			if _, size := DecodeRuneInString(s[i:]); size == 1 {
				return false
			}
		}
	}
	return true
}

// Valid reports whether p is all UTF-8.
func Valid(p []byte) bool { return ValidString(string(p)) }

// DecodeRuneInString returns the first character of s and its bytes: (RuneError, 0) where s is empty, (RuneError, 1) where
// it isn't UTF-8.
func DecodeRuneInString(s string) (r rune, size int) {
	if s == "" {
		return RuneError, 0
	}
	if s[0] < RuneSelf {
		return rune(s[0]), 1
	}
	if len(s) > UTFMax {
		s = s[:UTFMax]
	}
	first := RuneError
	for i, r := range s {
		if i > 0 {
			return first, i
		}
		first = r
	}
	return first, len(s)
}

// DecodeRune returns the first character of p and its bytes.
func DecodeRune(p []byte) (r rune, size int) {
	return DecodeRuneInString(string(p[:min(len(p), UTFMax)]))
}

// DecodeLastRuneInString returns the last character of s and its bytes.
func DecodeLastRuneInString(s string) (r rune, size int) {
	if s == "" {
		return RuneError, 0
	}
	for start := len(s) - 1; start >= 0 && start >= len(s)-UTFMax; start-- {
		if RuneStart(s[start]) {
			if r, size := DecodeRuneInString(s[start:]); start+size == len(s) {
				return r, size
			}
			break
		}
	}
	return RuneError, 1
}

// DecodeLastRune returns the last character of p and its bytes.
func DecodeLastRune(p []byte) (r rune, size int) {
	return DecodeLastRuneInString(string(p[max(0, len(p)-UTFMax):]))
}

// RuneStart reports whether b can be the first byte of a character.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// FullRuneInString reports whether s begins with a whole character, be it a wrong one.
func FullRuneInString(s string) bool {
	if s == "" {
		return false
	}
	need := 1
	switch c := s[0]; {
	case 0xC2 <= c && c < 0xE0:
		need = 2
	case 0xE0 <= c && c < 0xF0:
		need = 3
	case 0xF0 <= c && c < 0xF5:
		need = 4
	}
	if len(s) >= need {
		return true
	}
	// What can't become a character any more is a whole, wrong one.
	for fill := range []byte{0x80, 0x90, 0xA0} {
		whole := s
		for len(whole) < need {
			whole += string([]byte{0x80 + byte(fill)*0x10})
		}
		if _, size := DecodeRuneInString(whole); size == need {
			return false
		}
	}
	return true
}

// FullRune reports whether p begins with a whole character, be it a wrong one.
func FullRune(p []byte) bool { return FullRuneInString(string(p[:min(len(p), UTFMax)])) }

// EncodeRune writes r into p, which must be large enough, and returns the bytes written.
func EncodeRune(p []byte, r rune) int {
	s := string(r)
	_ = p[len(s)-1]
	return copy(p, s)
}

// AppendRune appends r.
func AppendRune(p []byte, r rune) []byte { return append(p, string(r)...) }
