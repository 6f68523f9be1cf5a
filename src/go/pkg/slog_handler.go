package slog

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// The keys of what every record has.
const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// HandlerOptions say how records are written.
type HandlerOptions struct {
	// Level is that from which records are written; Info where it is nil.
	Level Leveler
	// ReplaceAttr changes attributes, or takes them away by returning none; groups are those that it is in.
	ReplaceAttr func(groups []string, a Attr) Attr
}

// step is something that a handler adds: attributes, or a group for all that come later.
type step struct {
	group string
	attrs []Attr
}

// nested returns all attributes, those of the record last.
func nested(steps []step, all []Attr) []Attr {
	for i := len(steps) - 1; i >= 0; i-- {
		switch s := steps[i]; {
		case s.group == "":
			all = append(append([]Attr{}, s.attrs...), all...)
		case len(all) > 0:
			all = []Attr{{s.group, Value{all}}}
		}
	}
	return all
}

// added returns steps with one more, in memory of their own.
func added(steps []step, s step) []step { return append(steps[:len(steps):len(steps)], s) }

// writing is what both kinds of handlers are.
type writing struct {
	mu    *sync.Mutex
	out   io.Writer
	opts  HandlerOptions
	steps []step
}

func (w *writing) enabled(level Level) bool {
	least := LevelInfo
	if w.opts.Level != nil {
		least = w.opts.Level.Level()
	}
	return level >= least
}

func (w *writing) with(s step) writing {
	more := *w
	more.steps = added(w.steps, s)
	return more
}

// put writes a line.
func (w *writing) put(line []byte) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	_, err := w.out.Write(append(line, '\n'))
	return err
}

// shared returns what every record has, as far as it isn't replaced.
func (w *writing) shared(r Record) []Attr {
	var all []Attr
	if !r.Time.IsZero() {
		all = append(all, Time(TimeKey, r.Time.Round(0)))
	}
	all = append(all, Any(LevelKey, r.Level))
	all = append(all, String(MessageKey, r.Message))
	if w.opts.ReplaceAttr == nil {
		return all
	}
	var kept []Attr
	for _, a := range all {
		if a = w.opts.ReplaceAttr(nil, a); !a.Equal(Attr{}) {
			a.Value = a.Value.Resolve()
			kept = append(kept, a)
		}
	}
	return kept
}

// resolved returns attributes as they are written: values resolved, replaced or taken away, groups without a name opened.
func (w *writing) resolved(as []Attr, groups []string) []Attr {
	var all []Attr
	for _, a := range as {
		a.Value = a.Value.Resolve()
		if w.opts.ReplaceAttr != nil && a.Value.Kind() != KindGroup {
			a = w.opts.ReplaceAttr(groups, a)
			a.Value = a.Value.Resolve()
		}
		if a.Equal(Attr{}) {
			continue
		}
		if a.Value.Kind() != KindGroup {
			all = append(all, a)
			continue
		}
		if a.Key == "" {
			all = append(all, w.resolved(a.Value.Group(), groups)...)
			continue
		}
		inside := append(groups[:len(groups):len(groups)], a.Key)
		if inner := w.resolved(a.Value.Group(), inside); len(inner) > 0 {
			all = append(all, Attr{a.Key, Value{inner}})
		}
	}
	return all
}

func (w *writing) all(r Record) []Attr {
	return append(w.shared(r), w.resolved(nested(w.steps, r.attrs), nil)...)
}

func writingTo(out io.Writer, opts *HandlerOptions) writing {
	if opts == nil {
		opts = &HandlerOptions{}
	}
	return writing{mu: &sync.Mutex{}, out: out, opts: *opts}
}

// TextHandler writes a line of key=value pairs for each record.
type TextHandler struct{ writing }

// NewTextHandler returns a handler that writes to w.
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{writingTo(w, opts)}
}

// Enabled reports whether records of a level are written.
func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// WithAttrs returns a handler that adds attributes.
func (h *TextHandler) WithAttrs(as []Attr) Handler { return &TextHandler{h.with(step{attrs: as})} }

// WithGroup returns a handler that puts all further attributes in a group.
func (h *TextHandler) WithGroup(name string) Handler { return &TextHandler{h.with(step{group: name})} }

// Handle writes a record.
func (h *TextHandler) Handle(_ context.Context, r Record) error {
	var line []byte
	for _, a := range h.all(r) {
		line = appendText(line, "", a)
	}
	return h.put(line)
}

func appendText(line []byte, prefix string, a Attr) []byte {
	if a.Value.Kind() == KindGroup {
		for _, inner := range a.Value.Group() {
			line = appendText(line, prefix+a.Key+".", inner)
		}
		return line
	}
	if len(line) > 0 {
		line = append(line, ' ')
	}
	line = append(line, quoted(prefix+a.Key)...)
	line = append(line, '=')
	if b, ok := a.Value.any.([]byte); ok {
		return strconv.AppendQuote(line, string(b))
	}
	return append(line, quoted(asText(a.Value))...)
}

func asText(v Value) string {
	switch x := v.any.(type) {
	case time.Time:
		return x.Format("2006-01-02T15:04:05.000Z07:00")
	case interface{ MarshalText() ([]byte, error) }:
		b, err := x.MarshalText()
		if err != nil {
			return "!ERROR:" + err.Error()
		}
		return string(b)
	}
	return v.String()
}

// quoted returns s, in quotes where it would be misread without.
func quoted(s string) string {
	plain := s != ""
	for i, c := range s {
		if c == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd") || c == ' ' || c == '"' || c == '=' || !unicode.IsPrint(c) {
			plain = false
		}
	}
	if plain {
		return s
	}
	return strconv.Quote(s)
}

// JSONHandler writes a line of JSON for each record.
type JSONHandler struct{ writing }

// NewJSONHandler returns a handler that writes to w.
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{writingTo(w, opts)}
}

// Enabled reports whether records of a level are written.
func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// WithAttrs returns a handler that adds attributes.
func (h *JSONHandler) WithAttrs(as []Attr) Handler { return &JSONHandler{h.with(step{attrs: as})} }

// WithGroup returns a handler that puts all further attributes in a group.
func (h *JSONHandler) WithGroup(name string) Handler { return &JSONHandler{h.with(step{group: name})} }

// Handle writes a record.
func (h *JSONHandler) Handle(_ context.Context, r Record) error {
	return h.put(appendObject(nil, h.all(r)))
}

func appendObject(line []byte, as []Attr) []byte {
	line = append(line, '{')
	for i, a := range as {
		if i > 0 {
			line = append(line, ',')
		}
		line = appendJSON(line, a.Key)
		line = append(line, ':')
		switch x := a.Value.any.(type) {
		case []Attr:
			line = appendObject(line, x)
		case time.Duration:
			line = strconv.AppendInt(line, int64(x), 10)
		case error:
			if _, ok := x.(json.Marshaler); ok {
				line = appendJSON(line, x)
			} else {
				line = appendJSON(line, x.Error())
			}
		default:
			line = appendJSON(line, x)
		}
	}
	return append(line, '}')
}

func appendJSON(line []byte, v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return appendJSON(line, "!ERROR:"+err.Error())
	}
	return append(line, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}

// toLog has package log write records.
type toLog struct{ steps []step }

func (h toLog) Enabled(_ context.Context, level Level) bool {
	standard.Lock()
	defer standard.Unlock()
	return level >= standard.level
}

func (h toLog) WithAttrs(as []Attr) Handler   { return toLog{added(h.steps, step{attrs: as})} }
func (h toLog) WithGroup(name string) Handler { return toLog{added(h.steps, step{group: name})} }

func (h toLog) Handle(_ context.Context, r Record) error {
	var w writing
	line := []byte(r.Level.String() + " " + r.Message)
	for _, a := range w.resolved(nested(h.steps, r.attrs), nil) {
		line = appendText(line, "", a)
	}
	return log.Output(4, string(line))
}

// DiscardHandler drops all records.
var DiscardHandler Handler = discard{}

type discard struct{}

func (discard) Enabled(context.Context, Level) bool  { return false }
func (discard) Handle(context.Context, Record) error { return nil }
func (d discard) WithAttrs([]Attr) Handler           { return d }
func (d discard) WithGroup(string) Handler           { return d }
