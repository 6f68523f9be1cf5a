// Package bytes does with byte slices what package strings does with strings.
package bytes

import (
	"iter"
	"math"
	"strings"
	"unicode"
)

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
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

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
func LastIndexByte(s []byte, c byte) int { return strings.LastIndexByte(string(s), c) }

// IndexAny returns where the first of chars begins in s, or -1.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(string(s), chars) }

// IndexRune returns where r first begins in s, or -1.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(string(s), r) }

// IndexFunc returns where the first character begins for which f is true, or -1.
func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(string(s), f) }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool { return strings.HasPrefix(string(s), string(prefix)) }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool { return strings.HasSuffix(string(s), string(suffix)) }

// LastIndexFunc returns where the last character begins for which f is true, or -1.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(string(s), f) }

// LastIndexAny returns where the last of chars begins in s, or -1.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(string(s), chars) }

// ContainsFunc reports whether f is true for a character of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// CutLast returns what stands before and after the last sep, and whether there is one.
func CutLast(s, sep []byte) (before, after []byte, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without prefix, and whether it began with it.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without suffix, and whether it ended with it.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// Cut returns what stands before and after the first sep, and whether there is one.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// Trim returns s without the characters of cutset at both ends.
func Trim(s []byte, cutset string) []byte { return TrimFunc(s, among(cutset)) }

// TrimLeft returns s without the characters of cutset at its beginning.
func TrimLeft(s []byte, cutset string) []byte { return TrimLeftFunc(s, among(cutset)) }

// TrimRight returns s without the characters of cutset at its end.
func TrimRight(s []byte, cutset string) []byte { return TrimRightFunc(s, among(cutset)) }

func among(cutset string) func(rune) bool {
	return func(r rune) bool { return strings.ContainsRune(cutset, r) }
}

// TrimSpace returns s without white space at both ends.
func TrimSpace(s []byte) []byte { return TrimFunc(s, unicode.IsSpace) }

// TrimFunc returns s without the characters at both ends for which f is true.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc returns s without the characters at its beginning for which f is true.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	rest := strings.TrimLeftFunc(string(s), f)
	if rest == "" {
		return nil
	}
	return s[len(s)-len(rest):]
}

// TrimRightFunc returns s without the characters at its end for which f is true.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(string(s), f))]
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

// SplitAfter cuts s after each sep.
func SplitAfter(s, sep []byte) [][]byte { return pieces(strings.SplitAfter(string(s), string(sep))) }

// SplitAfterN is SplitAfter into at most n pieces.
func SplitAfterN(s, sep []byte, n int) [][]byte {
	return pieces(strings.SplitAfterN(string(s), string(sep), n))
}

// Lines goes through the lines of s, with their ends.
func Lines(s []byte) iter.Seq[[]byte] { return each(strings.Lines(string(s))) }

// SplitSeq goes through what Split returns.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return each(strings.SplitSeq(string(s), string(sep))) }

// SplitAfterSeq goes through what SplitAfter returns.
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] {
	return each(strings.SplitAfterSeq(string(s), string(sep)))
}

// FieldsSeq goes through what Fields returns.
func FieldsSeq(s []byte) iter.Seq[[]byte] { return each(strings.FieldsSeq(string(s))) }

// FieldsFuncSeq goes through what FieldsFunc returns.
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] {
	return each(strings.FieldsFuncSeq(string(s), f))
}

func each(texts iter.Seq[string]) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for text := range texts {
			if !yield([]byte(text)) {
				return
			}
		}
	}
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
	if len(b) > 0 && count > math.MaxInt/len(b) {
		panic("bytes: Repeat output length overflow")
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
func Map(mapping func(r rune) rune, s []byte) []byte { return []byte(strings.Map(mapping, string(s))) }

// ToUpper returns s in upper case.
func ToUpper(s []byte) []byte { return []byte(strings.ToUpper(string(s))) }

// ToLower returns s in lower case.
func ToLower(s []byte) []byte { return []byte(strings.ToLower(string(s))) }

// ToTitle returns s in title case.
func ToTitle(s []byte) []byte { return []byte(strings.ToTitle(string(s))) }

// Title returns s with a capital at the beginning of each word.
func Title(s []byte) []byte { return []byte(strings.Title(string(s))) }

// ToValidUTF8 returns s with each run of bytes that aren't UTF-8 replaced.
func ToValidUTF8(s, replacement []byte) []byte {
	return []byte(strings.ToValidUTF8(string(s), string(replacement)))
}

// Runes returns the characters of s.
func Runes(s []byte) []rune { return []rune(string(s)) }
