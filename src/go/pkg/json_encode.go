package json

import (
	"bytes"
	"encoding/base64"
	"math"
	"reflect"
	"slices"
	"strconv"
	"unicode/utf8"
)

// Marshal returns v as JSON.
func Marshal(v any) ([]byte, error) {
	e := encoder{fields: map[reflect.Type][]field{}, html: true}
	e.value(reflect.ValueOf(v))
	if e.err != nil {
		return nil, e.err
	}
	return e.out, nil
}

// MarshalIndent returns v as JSON with a line for each element, which begins with prefix and as many indents as it is deep.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	b, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	return laidOut(nil, b, prefix, indent), nil
}

// encoder is JSON under way.
type encoder struct {
	out    []byte
	err    error
	html   bool
	depth  int
	fields map[reflect.Type][]field
}

func (e *encoder) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

func (e *encoder) text(s string) { e.out = append(e.out, s...) }

// deepest is how deep values are, at most, that don't contain themselves.
const deepest = 1000

func (e *encoder) value(v reflect.Value) {
	if e.err != nil {
		return
	}
	if !v.IsValid() {
		e.text("null")
		return
	}
	e.depth++
	defer func() { e.depth-- }()
	if e.depth > deepest {
		e.fail(&UnsupportedValueError{v, "encountered a cycle via " + v.Type().String()})
		return
	}
	if e.itself(v) {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		e.out = strconv.AppendBool(e.out, v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.out = strconv.AppendInt(e.out, v.Int(), 10)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		e.out = strconv.AppendUint(e.out, v.Uint(), 10)
	case reflect.Float32, reflect.Float64:
		e.float(v)
	case reflect.String:
		if n, ok := v.Interface().(Number); ok {
			if n == "" {
				n = "0"
			}
			e.text(string(n))
			return
		}
		e.out = appendString(e.out, v.String(), e.html)
	case reflect.Interface, reflect.Pointer:
		e.value(v.Elem())
	case reflect.Struct:
		e.object(v)
	case reflect.Map:
		e.entries(v)
	case reflect.Slice:
		if v.IsNil() {
			e.text("null")
			return
		}
		if v.Type().Elem().Kind() == reflect.Uint8 {
			e.text(`"` + base64.StdEncoding.EncodeToString(v.Bytes()) + `"`)
			return
		}
		e.elements(v)
	case reflect.Array:
		e.elements(v)
	default:
		e.fail(&UnsupportedTypeError{v.Type()})
	}
}

// itself has a value write itself, if it does.
func (e *encoder) itself(v reflect.Value) bool {
	if k := v.Kind(); k == reflect.Interface || k == reflect.Pointer && v.IsNil() {
		return false
	}
	self := v.Interface()
	if v.CanAddr() && v.Kind() != reflect.Pointer {
		at := v.Addr().Interface()
		switch at.(type) {
		case Marshaler, textMarshaler:
			self = at
		}
	}
	switch m := self.(type) {
	case Marshaler:
		b, err := m.MarshalJSON()
		if err == nil {
			_, err = parse(b)
		}
		if err != nil {
			e.fail(&MarshalerError{called(v), err, "MarshalJSON"})
			return true
		}
		e.out = compacted(e.out, b, e.html)
	case textMarshaler:
		b, err := m.MarshalText()
		if err != nil {
			e.fail(&MarshalerError{called(v), err, "MarshalText"})
			return true
		}
		e.out = appendString(e.out, string(b), e.html)
	default:
		return false
	}
	return true
}

// called returns the type of the pointer that a value's method is called on.
func called(v reflect.Value) reflect.Type {
	if v.Kind() == reflect.Pointer {
		return v.Type()
	}
	return reflect.PointerTo(v.Type())
}

func (e *encoder) float(v reflect.Value) {
	f, bits := v.Float(), v.Type().Bits()
	if math.IsInf(f, 0) || math.IsNaN(f) {
		e.fail(&UnsupportedValueError{v, strconv.FormatFloat(f, 'g', -1, bits)})
		return
	}
	format := byte('f')
	if size := math.Abs(f); size != 0 {
		small, large := size < 1e-6, size >= 1e21
		if bits == 32 {
			small, large = float32(size) < 1e-6, float32(size) >= 1e21
		}
		if small || large {
			format = 'e'
		}
	}
	s := strconv.FormatFloat(f, format, -1, bits)
	if n := len(s); format == 'e' && n >= 4 && s[n-4:n-1] == "e-0" {
		s = s[:n-2] + s[n-1:]
	}
	e.text(s)
}

func (e *encoder) object(v reflect.Value) {
	t := v.Type()
	fields, known := e.fields[t]
	if !known {
		fields = fieldsOf(t)
		e.fields[t] = fields
	}
	separator := "{"
	for _, f := range fields {
		member, ok := memberOf(v, f.index)
		if !ok || f.omitEmpty && isEmpty(member) || f.omitZero && isZero(member) {
			continue
		}
		e.text(separator)
		separator = ","
		e.out = appendString(e.out, f.name, e.html)
		e.text(":")
		if !f.quoted {
			e.value(member)
			continue
		}
		from := len(e.out)
		e.value(member)
		if plain := string(e.out[from:]); plain != "null" {
			e.out = appendString(e.out[:from], plain, e.html)
		}
	}
	if separator == "{" {
		e.text("{")
	}
	e.text("}")
}

// memberOf follows a field's index, if no pointer on the way is nil.
func memberOf(v reflect.Value, index []int) (reflect.Value, bool) {
	for _, i := range index {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return reflect.Value{}, false
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v, true
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

func isZero(v reflect.Value) bool {
	if z, ok := v.Interface().(interface{ IsZero() bool }); ok && !(v.Kind() == reflect.Pointer && v.IsNil()) {
		return z.IsZero()
	}
	return v.IsZero()
}

// entry is an entry of a map, its key as text.
type entry struct {
	key   string
	value reflect.Value
}

func (e *encoder) entries(v reflect.Value) {
	if v.IsNil() {
		e.text("null")
		return
	}
	var entries []entry
	for it := v.MapRange(); it.Next(); {
		key, ok := e.key(it.Key())
		if !ok {
			return
		}
		entries = append(entries, entry{key, it.Value()})
	}
	slices.SortFunc(entries, func(a, b entry) int { return bytes.Compare([]byte(a.key), []byte(b.key)) })
	e.text("{")
	for i, entry := range entries {
		if i > 0 {
			e.text(",")
		}
		e.out = appendString(e.out, entry.key, e.html)
		e.text(":")
		e.value(entry.value)
	}
	e.text("}")
}

func (e *encoder) key(k reflect.Value) (string, bool) {
	switch {
	case k.Kind() == reflect.String:
		return k.String(), true
	case k.CanInt():
		if _, ok := k.Interface().(textMarshaler); !ok {
			return strconv.FormatInt(k.Int(), 10), true
		}
	case k.CanUint():
		return strconv.FormatUint(k.Uint(), 10), true
	}
	if m, ok := k.Interface().(textMarshaler); ok {
		b, err := m.MarshalText()
		if err != nil {
			e.fail(&MarshalerError{k.Type(), err, "MarshalText"})
		}
		return string(b), err == nil
	}
	e.fail(&UnsupportedTypeError{k.Type()})
	return "", false
}

func (e *encoder) elements(v reflect.Value) {
	e.text("[")
	for i := range v.Len() {
		if i > 0 {
			e.text(",")
		}
		e.value(v.Index(i))
	}
	e.text("]")
}

const hexadecimal = "0123456789abcdef"

// appendString appends s in quotes; what HTML takes for its own is escaped as well, if html.
func appendString(b []byte, s string, html bool) []byte {
	b = append(b, '"')
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case c == utf8.RuneError && size == 1:
			b = append(b, "\ufffd"...)
		case c == '"' || c == '\\':
			b = append(b, '\\', byte(c))
		case c == '\b':
			b = append(b, `\b`...)
		case c == '\f':
			b = append(b, `\f`...)
		case c == '\n':
			b = append(b, `\n`...)
		case c == '\r':
			b = append(b, `\r`...)
		case c == '\t':
			b = append(b, `\t`...)
		case c < ' ' || html && (c == '<' || c == '>' || c == '&'):
			b = append(b, '\\', 'u', '0', '0', hexadecimal[c>>4], hexadecimal[c&15])
		case html && (c == '\u2028' || c == '\u2029'):
			b = append(b, `\u202`...)
			b = append(b, hexadecimal[c&15])
		default:
			b = append(b, s[i:i+size]...)
		}
		i += size
	}
	return append(b, '"')
}
