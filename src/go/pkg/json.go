// Package json turns values into JSON and back.
package json

import (
	"reflect"
	"strconv"
	"strings"
)

// Marshaler is what writes itself as JSON.
type Marshaler interface{ MarshalJSON() ([]byte, error) }

// Unmarshaler is what reads itself from JSON.
type Unmarshaler interface{ UnmarshalJSON([]byte) error }

// textMarshaler and textUnmarshaler are what does so as text, which becomes a string.
type textMarshaler interface {
	MarshalText() (text []byte, err error)
}
type textUnmarshaler interface{ UnmarshalText(text []byte) error }

// RawMessage is JSON that is left as it is.
type RawMessage []byte

// MarshalJSON returns m.
func (m RawMessage) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	return m, nil
}

// UnmarshalJSON sets *m to a copy of data.
func (m *RawMessage) UnmarshalJSON(data []byte) error {
	*m = append((*m)[:0], data...)
	return nil
}

func (m RawMessage) String() string { return string(m) }

// Number is a number as it is written.
type Number string

func (n Number) String() string { return string(n) }

// Float64 returns it as a float.
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

// Int64 returns it as an integer.
func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// SyntaxError says that a text isn't JSON.
type SyntaxError struct {
	msg    string
	Offset int64
}

func (e *SyntaxError) Error() string { return e.msg }

// UnmarshalTypeError says that JSON doesn't go with a type.
type UnmarshalTypeError struct {
	Value  string
	Type   reflect.Type
	Offset int64
	Struct string
	Field  string
	Err    error
}

func (e *UnmarshalTypeError) Error() string {
	s := "json: cannot unmarshal " + e.Value + " into "
	if e.Struct == "" && e.Field == "" {
		s += "Go value"
	} else {
		last := e.Field[strings.LastIndexByte(e.Field, '.')+1:]
		if last == "" || strings.Trim(last, "0123456789") != "" {
			s += "Go struct field "
		}
		s += e.Struct + "." + e.Field
	}
	s += " of type " + e.Type.String()
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns why.
func (e *UnmarshalTypeError) Unwrap() error { return e.Err }

// InvalidUnmarshalError says that there is no pointer to read into.
type InvalidUnmarshalError struct{ Type reflect.Type }

func (e *InvalidUnmarshalError) Error() string {
	switch {
	case e.Type == nil:
		return "json: Unmarshal(nil)"
	case e.Type.Kind() != reflect.Pointer:
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// UnsupportedTypeError says that a type has no JSON.
type UnsupportedTypeError struct{ Type reflect.Type }

func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// UnsupportedValueError says that a value has no JSON.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// MarshalerError says that a value failed to write itself.
type MarshalerError struct {
	Type   reflect.Type
	Err    error
	method string
}

func (e *MarshalerError) Error() string {
	return "json: error calling " + e.method + " for type " + e.Type.String() + ": " + e.Err.Error()
}

// Unwrap returns why.
func (e *MarshalerError) Unwrap() error { return e.Err }

// field is a member of a struct's object.
type field struct {
	name      string
	index     []int
	typ       reflect.Type
	tagged    bool
	omitEmpty bool
	omitZero  bool
	quoted    bool
}

// fieldsOf returns the members of a struct's object: its own fields, and those of embedded structs, unless a name is found
// at less depth, or only once with a tag.
func fieldsOf(t reflect.Type) []field {
	all := collect(t, nil, map[reflect.Type]bool{})
	var kept []field
	for i, f := range all {
		best := true
		for j, g := range all {
			if i == j || f.name != g.name {
				continue
			}
			deeper := len(f.index) > len(g.index)
			same := len(f.index) == len(g.index)
			if deeper || same && (g.tagged || !f.tagged) {
				best = false
			}
		}
		if best {
			kept = append(kept, f)
		}
	}
	return kept
}

func collect(t reflect.Type, index []int, within map[reflect.Type]bool) []field {
	if within[t] {
		return nil
	}
	within[t] = true
	defer delete(within, t)
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		of := f.Type
		if f.Anonymous && of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		embedded := f.Anonymous && of.Kind() == reflect.Struct
		if tag == "-" || !f.IsExported() && !embedded {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		at := append(append([]int{}, index...), i)
		if embedded && name == "" {
			fields = append(fields, collect(of, at, within)...)
			continue
		}
		if !f.IsExported() {
			continue
		}
		member := field{name: f.Name, index: at, typ: f.Type, tagged: name != ""}
		if name != "" {
			member.name = name
		}
		for option := range strings.SplitSeq(options, ",") {
			switch option {
			case "omitempty":
				member.omitEmpty = true
			case "omitzero":
				member.omitZero = true
			case "string":
				member.quoted = isScalar(f.Type)
			}
		}
		fields = append(fields, member)
	}
	return fields
}

// isScalar reports whether the option "string" is for a type.
func isScalar(t reflect.Type) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	k := t.Kind()
	return k == reflect.Bool || k == reflect.String || reflect.Int <= k && k <= reflect.Float64
}
