// Package regexp finds what matches regular expressions, in time that grows with the length of the text only.
package regexp

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Regexp is an expression.
type Regexp struct {
	text    string
	names   []string
	longest bool
}

// Error is what is wrong with an expression.
type Error struct {
	Code string
	Expr string
}

func (e *Error) Error() string { return "error parsing regexp: " + e.Code + ": `" + e.Expr + "`" }

// compile returns the names of an expression's groups, or what is wrong.
func compile(expr string) (names []string, code, of string)

// find returns the places of up to most matches in s, all where that is negative: for each, two numbers for each group.
func find(expr string, longest bool, s string, most int) []int

// Compile reads an expression.
func Compile(expr string) (*Regexp, error) {
	names, code, of := compile(expr)
	if code != "" {
		return nil, &Error{code, of}
	}
	return &Regexp{text: expr, names: names}, nil
}

// CompilePOSIX reads an expression of which the longest match counts.
func CompilePOSIX(expr string) (*Regexp, error) {
	re, err := Compile(expr)
	if err == nil {
		re.longest = true
	}
	return re, err
}

// MustCompile is Compile, and panics where that fails.
func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic(`regexp: Compile(` + quote(str) + `): ` + err.Error())
	}
	return re
}

// MustCompilePOSIX is CompilePOSIX, and panics where that fails.
func MustCompilePOSIX(str string) *Regexp {
	re := MustCompile(str)
	re.longest = true
	return re
}

func quote(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// MatchString reports whether s has a match of pattern.
func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

// Match reports whether b has a match of pattern.
func Match(pattern string, b []byte) (matched bool, err error) {
	return MatchString(pattern, string(b))
}

// QuoteMeta returns an expression that matches just s.
func QuoteMeta(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if strings.IndexByte(`\.+*?()|[]{}^$`, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func (re *Regexp) String() string { return re.text }

// Longest has the longest match count.
func (re *Regexp) Longest() { re.longest = true }

// NumSubexp returns how many groups there are.
func (re *Regexp) NumSubexp() int { return len(re.names) - 1 }

// SubexpNames returns the names of the groups, from the whole on.
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex returns the number of the group of a name, -1 where there is none.
func (re *Regexp) SubexpIndex(name string) int {
	for i, known := range re.names {
		if name != "" && name == known {
			return i
		}
	}
	return -1
}

// all returns the places of up to n matches, a slice each.
func (re *Regexp) all(s string, n int) [][]int {
	flat := find(re.text, re.longest, s, n)
	size := 2 * len(re.names)
	var matches [][]int
	for len(flat) >= size {
		matches = append(matches, flat[:size:size])
		flat = flat[size:]
	}
	return matches
}

func (re *Regexp) first(s string) []int {
	if matches := re.all(s, 1); len(matches) > 0 {
		return matches[0]
	}
	return nil
}

// groups returns the texts at places.
func groups(s string, at []int) []string {
	texts := make([]string, len(at)/2)
	for i := range texts {
		if at[2*i] >= 0 {
			texts[i] = s[at[2*i]:at[2*i+1]]
		}
	}
	return texts
}

func byteGroups(b []byte, at []int) [][]byte {
	parts := make([][]byte, len(at)/2)
	for i := range parts {
		if at[2*i] >= 0 {
			parts[i] = b[at[2*i]:at[2*i+1]:at[2*i+1]]
		}
	}
	return parts
}

// MatchString reports whether s has a match.
func (re *Regexp) MatchString(s string) bool { return re.first(s) != nil }

// Match reports whether b has a match.
func (re *Regexp) Match(b []byte) bool { return re.MatchString(string(b)) }

// FindString returns the first match, "" where there is none.
func (re *Regexp) FindString(s string) string {
	if at := re.first(s); at != nil {
		return s[at[0]:at[1]]
	}
	return ""
}

// FindStringIndex returns where the first match is.
func (re *Regexp) FindStringIndex(s string) (loc []int) {
	if at := re.first(s); at != nil {
		return at[:2]
	}
	return nil
}

// FindStringSubmatch returns the first match and its groups.
func (re *Regexp) FindStringSubmatch(s string) []string {
	if at := re.first(s); at != nil {
		return groups(s, at)
	}
	return nil
}

// FindStringSubmatchIndex returns where the first match and its groups are.
func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.first(s) }

// FindAllString returns up to n matches, all where n is negative.
func (re *Regexp) FindAllString(s string, n int) []string {
	var texts []string
	for _, at := range re.all(s, n) {
		texts = append(texts, s[at[0]:at[1]])
	}
	return texts
}

// FindAllStringIndex returns where matches are.
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int {
	matches := re.all(s, n)
	for i := range matches {
		matches[i] = matches[i][:2]
	}
	return matches
}

// FindAllStringSubmatch returns matches and their groups.
func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	var all [][]string
	for _, at := range re.all(s, n) {
		all = append(all, groups(s, at))
	}
	return all
}

// FindAllStringSubmatchIndex returns where matches and their groups are.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int { return re.all(s, n) }

// Find returns the first match.
func (re *Regexp) Find(b []byte) []byte {
	if at := re.first(string(b)); at != nil {
		return b[at[0]:at[1]:at[1]]
	}
	return nil
}

// FindIndex returns where the first match is.
func (re *Regexp) FindIndex(b []byte) (loc []int) { return re.FindStringIndex(string(b)) }

// FindSubmatch returns the first match and its groups.
func (re *Regexp) FindSubmatch(b []byte) [][]byte {
	if at := re.first(string(b)); at != nil {
		return byteGroups(b, at)
	}
	return nil
}

// FindSubmatchIndex returns where the first match and its groups are.
func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.first(string(b)) }

// FindAll returns up to n matches, all where n is negative.
func (re *Regexp) FindAll(b []byte, n int) [][]byte {
	var parts [][]byte
	for _, at := range re.all(string(b), n) {
		parts = append(parts, b[at[0]:at[1]:at[1]])
	}
	return parts
}

// FindAllIndex returns where matches are.
func (re *Regexp) FindAllIndex(b []byte, n int) [][]int { return re.FindAllStringIndex(string(b), n) }

// FindAllSubmatch returns matches and their groups.
func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	var all [][][]byte
	for _, at := range re.all(string(b), n) {
		all = append(all, byteGroups(b, at))
	}
	return all
}

// FindAllSubmatchIndex returns where matches and their groups are.
func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int { return re.all(string(b), n) }

// replace returns s with what by says in place of each match.
func (re *Regexp) replace(s string, by func(at []int) string) string {
	var b strings.Builder
	end := 0
	for _, at := range re.all(s, -1) {
		b.WriteString(s[end:at[0]])
		b.WriteString(by(at))
		end = at[1]
	}
	b.WriteString(s[end:])
	return b.String()
}

// ReplaceAllString replaces matches by repl, in which $1 and ${name} stand for groups.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	return re.replace(src, func(at []int) string { return string(re.ExpandString(nil, repl, src, at)) })
}

// ReplaceAllLiteralString replaces matches by just repl.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return re.replace(src, func([]int) string { return repl })
}

// ReplaceAllStringFunc replaces matches by what repl says of them.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	return re.replace(src, func(at []int) string { return repl(src[at[0]:at[1]]) })
}

// ReplaceAll replaces matches by repl, in which $1 and ${name} stand for groups.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	return []byte(re.ReplaceAllString(string(src), string(repl)))
}

// ReplaceAllLiteral replaces matches by just repl.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	return []byte(re.ReplaceAllLiteralString(string(src), string(repl)))
}

// ReplaceAllFunc replaces matches by what repl says of them.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	return []byte(re.ReplaceAllStringFunc(string(src), func(s string) string { return string(repl([]byte(s))) }))
}

// Expand appends template to dst, with the groups of a match in src in place of their names.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.ExpandString(dst, string(template), string(src), match)
}

// ExpandString appends template to dst, with the groups of a match in src in place of their names.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	for {
		before, after, found := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !found {
			return dst
		}
		if strings.HasPrefix(after, "$") {
			dst = append(dst, '$')
			template = after[1:]
			continue
		}
		name, rest, ok := groupName(after)
		template = rest
		if !ok {
			dst = append(dst, '$')
			continue
		}
		number, err := strconv.Atoi(name)
		for i, known := range re.names {
			named := err == nil && i == number || err != nil && known == name
			if named && 2*i+1 < len(match) && match[2*i] >= 0 {
				dst = append(dst, src[match[2*i]:match[2*i+1]]...)
				break
			}
		}
	}
}

// groupName returns the name that s begins with, in braces or not.
func groupName(s string) (name, rest string, ok bool) {
	braces := strings.HasPrefix(s, "{")
	from := 0
	if braces {
		from = 1
	}
	i := from
	for i < len(s) {
		c, size := utf8.DecodeRuneInString(s[i:])
		if c != '_' && !('0' <= c && c <= '9') && !('a' <= c && c <= 'z') && !('A' <= c && c <= 'Z') && c < utf8.RuneSelf {
			break
		}
		i += size
	}
	if i == from || braces && (i == len(s) || s[i] != '}') {
		return "", s, false
	}
	if braces {
		return s[from:i], s[i+1:], true
	}
	return s[from:i], s[i:], true
}

// Split returns what is between matches, n parts at most unless n is negative.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if re.text != "" && s == "" {
		return []string{""}
	}
	var parts []string
	start, end := 0, 0
	for _, at := range re.all(s, n) {
		if n > 0 && len(parts) == n-1 {
			break
		}
		end = at[0]
		if at[1] != 0 {
			parts = append(parts, s[start:end])
		}
		start = at[1]
	}
	if end != len(s) {
		parts = append(parts, s[start:])
	}
	return parts
}
