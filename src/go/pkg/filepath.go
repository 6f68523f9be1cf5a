// Package filepath puts paths of files together and takes them apart. There are no files.
package filepath

import (
	"errors"
	"path"
	"strings"
)

// What parts stand between, and whole paths.
const (
	Separator     = '/'
	ListSeparator = ':'
)

// ErrBadPattern says that a pattern is ill-formed.
var ErrBadPattern = path.ErrBadPattern

// Clean returns the shortest path that is the same.
func Clean(p string) string { return path.Clean(p) }

// Join puts parts together.
func Join(elem ...string) string { return path.Join(elem...) }

// Split parts a path after its last slash.
func Split(p string) (dir, file string) { return path.Split(p) }

// Base returns the last part.
func Base(p string) string { return path.Base(p) }

// Dir returns all but the last part.
func Dir(p string) string { return path.Dir(p) }

// Ext returns what begins with the last dot of the last part.
func Ext(p string) string { return path.Ext(p) }

// IsAbs reports whether a path begins at the root.
func IsAbs(p string) bool { return path.IsAbs(p) }

// Match reports whether a pattern is for all of name.
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }

// ToSlash returns the path with slashes, which it has.
func ToSlash(p string) string { return p }

// FromSlash returns the path as it is.
func FromSlash(p string) string { return p }

// VolumeName returns "".
func VolumeName(p string) string { return "" }

// SplitList returns the paths of a list.
func SplitList(p string) []string {
	if p == "" {
		return []string{}
	}
	return strings.Split(p, ":")
}

// Rel returns the way from one path to another.
func Rel(basePath, targPath string) (string, error) {
	base, target := Clean(basePath), Clean(targPath)
	if target == base {
		return ".", nil
	}
	wrong := errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	if IsAbs(base) != IsAbs(target) {
		return "", wrong
	}
	parts := func(p string) []string {
		if p == "." {
			return nil
		}
		return strings.FieldsFunc(p, func(c rune) bool { return c == '/' })
	}
	from, to := parts(base), parts(target)
	for len(from) > 0 && len(to) > 0 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	var way []string
	for _, part := range from {
		if part == ".." {
			return "", wrong
		}
		way = append(way, "..")
	}
	return strings.Join(append(way, to...), "/"), nil
}
