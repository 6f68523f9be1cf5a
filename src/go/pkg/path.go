// Package path puts paths with slashes together and takes them apart.
package path

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// ErrBadPattern says that a pattern is ill-formed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Clean returns the shortest path that is the same: without . and empty parts, and without .. as far as something is before it.
func Clean(path string) string {
	rooted := strings.HasPrefix(path, "/")
	var parts []string
	for part := range strings.SplitSeq(path, "/") {
		n := len(parts)
		switch {
		case part == "" || part == ".":
		case part == ".." && n > 0 && parts[n-1] != "..":
			parts = parts[:n-1]
		case part == ".." && rooted:
		default:
			parts = append(parts, part)
		}
	}
	clean := strings.Join(parts, "/")
	switch {
	case rooted:
		return "/" + clean
	case clean == "":
		return "."
	}
	return clean
}

// Join puts parts together with slashes between, and cleans the whole.
func Join(elem ...string) string {
	var parts []string
	for _, e := range elem {
		if e != "" {
			parts = append(parts, e)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return Clean(strings.Join(parts, "/"))
}

// Split parts a path after its last slash.
func Split(path string) (dir, file string) {
	i := strings.LastIndexByte(path, '/')
	return path[:i+1], path[i+1:]
}

// Base returns the last part.
func Base(path string) string {
	if path == "" {
		return "."
	}
	path = strings.TrimRight(path, "/")
	if path == "" {
		return "/"
	}
	_, file := Split(path)
	return file
}

// Dir returns all but the last part.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

// Ext returns what begins with the last dot of the last part.
func Ext(path string) string {
	_, file := Split(path)
	if i := strings.LastIndexByte(file, '.'); i >= 0 {
		return file[i:]
	}
	return ""
}

// IsAbs reports whether a path begins at the root.
func IsAbs(path string) bool { return strings.HasPrefix(path, "/") }

// Match reports whether a pattern is for all of name: * stands for any characters but slashes, ? for one, [a-z] for one of
// those, and a backslash before anything for just that.
func Match(pattern, name string) (matched bool, err error) {
	if err := check(pattern); err != nil {
		return false, err
	}
	return match(pattern, name), nil
}

// one takes what stands for a single character off a pattern, and reports whether c is one of those.
func one(pattern string, c rune) (rest string, fits bool) {
	switch pattern[0] {
	case '?':
		return pattern[1:], c != '/'
	case '\\':
		p, size := utf8.DecodeRuneInString(pattern[1:])
		return pattern[1+size:], p == c
	case '[':
		return class(pattern, c)
	}
	p, size := utf8.DecodeRuneInString(pattern)
	return pattern[size:], p == c
}

func member(pattern string) (c rune, rest string) {
	if strings.HasPrefix(pattern, `\`) {
		pattern = pattern[1:]
	}
	c, size := utf8.DecodeRuneInString(pattern)
	return c, pattern[size:]
}

func class(pattern string, c rune) (rest string, fits bool) {
	rest = pattern[1:]
	negated := strings.HasPrefix(rest, "^")
	if negated {
		rest = rest[1:]
	}
	for first := true; first || rest[0] != ']'; first = false {
		var low rune
		low, rest = member(rest)
		high := low
		if rest[0] == '-' {
			high, rest = member(rest[1:])
		}
		if low <= c && c <= high {
			fits = true
		}
	}
	return rest[1:], fits != negated
}

// check reports what is wrong with a pattern.
func check(pattern string) error {
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '\\':
			if i++; i == len(pattern) {
				return ErrBadPattern
			}
		case '[':
			i++
			if i < len(pattern) && pattern[i] == '^' {
				i++
			}
			for first := true; ; first = false {
				if i >= len(pattern) {
					return ErrBadPattern
				}
				if pattern[i] == ']' && !first {
					break
				}
				for half := range 2 {
					if i >= len(pattern) || pattern[i] == '-' || pattern[i] == ']' {
						return ErrBadPattern
					}
					if pattern[i] == '\\' {
						i++
					}
					if i >= len(pattern) {
						return ErrBadPattern
					}
					_, size := utf8.DecodeRuneInString(pattern[i:])
					i += size
					if i >= len(pattern) {
						return ErrBadPattern
					}
					if half == 1 || pattern[i] != '-' {
						break
					}
					i++
				}
			}
		}
	}
	return nil
}

// match matches a pattern that is well-formed: where it comes to nothing, the last star takes one character more.
func match(pattern, name string) bool {
	star, from := "", ""
	starred := false
	for {
		switch {
		case strings.HasPrefix(pattern, "*"):
			pattern = pattern[1:]
			star, from, starred = pattern, name, true
			continue
		case pattern == "" && name == "":
			return true
		case pattern != "" && name != "":
			c, size := utf8.DecodeRuneInString(name)
			if rest, fits := one(pattern, c); fits {
				pattern, name = rest, name[size:]
				continue
			}
		}
		if !starred || from == "" || from[0] == '/' {
			return false
		}
		_, size := utf8.DecodeRuneInString(from)
		from = from[size:]
		pattern, name = star, from
	}
}
