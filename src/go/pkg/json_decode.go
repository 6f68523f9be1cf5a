package json

import (
	"encoding/base64"
	"errors"
	"reflect"
	"strconv"
	"strings"
)

// Unmarshal reads data into what v points to.
func Unmarshal(data []byte, v any) error {
	n, err := parse(data)
	if err != nil {
		return err
	}
	d := decoder{text: data}
	return d.decode(n, v)
}

// decoder puts values that have been parsed where they belong.
type decoder struct {
	text    []byte
	root    string
	path    []string
	err     error // the first that was wrong; the rest is read all the same
	stopped bool
	number  bool // numbers stay as they are written
	strict  bool // unknown members are wrong
	fields  map[reflect.Type][]field
}

func (d *decoder) decode(n *node, v any) error {
	p := reflect.ValueOf(v)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	if t := p.Type().Elem(); t.Kind() == reflect.Struct {
		d.root = t.Name()
	}
	d.fields = map[reflect.Type][]field{}
	d.set(p.Elem(), n)
	return d.err
}

func (d *decoder) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

var kinds = map[byte]string{'{': "object", '[': "array", '"': "string", '0': "number", 't': "bool", 'f': "bool"}

// mismatch says that a value doesn't go with a type.
func (d *decoder) mismatch(n *node, what string, t reflect.Type, cause error) {
	e := &UnmarshalTypeError{Value: what, Type: t, Offset: int64(n.to), Err: cause}
	if n.kind == '{' || n.kind == '[' {
		e.Offset = int64(n.from + 1)
	}
	if len(d.path) > 0 {
		e.Struct, e.Field = d.root, strings.Join(d.path, ".")
	}
	d.fail(e)
}

// inside reads what is at a step of the path.
func (d *decoder) inside(step string, v reflect.Value, n *node) {
	d.path = append(d.path, step)
	d.set(v, n)
	d.path = d.path[:len(d.path)-1]
}

// itself has what is at v read itself, if it does.
func (d *decoder) itself(v reflect.Value, n *node) bool {
	if v.Kind() == reflect.Pointer || !v.CanAddr() || !v.CanInterface() {
		return false
	}
	switch u := v.Addr().Interface().(type) {
	case Unmarshaler:
		if v.Type().String() == "time.Time" && n.kind != '"' && n.kind != 'n' {
			d.mismatch(n, kinds[n.kind], v.Type(), nil)
			return true
		}
		if err := u.UnmarshalJSON(d.text[n.from:n.to]); err != nil {
			d.fail(err)
			d.stopped = true
		}
		return true
	case textUnmarshaler:
		if n.kind == 'n' {
			return true
		}
		if n.kind != '"' {
			d.mismatch(n, kinds[n.kind], v.Type(), errors.New("JSON value must be string type"))
			return true
		}
		if err := u.UnmarshalText([]byte(n.text)); err != nil {
			d.fail(err)
			d.stopped = true
		}
		return true
	}
	return false
}

func (d *decoder) set(v reflect.Value, n *node) {
	if d.stopped || d.itself(v, n) {
		return
	}
	kind := v.Kind()
	if n.kind == 'n' {
		switch kind {
		case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
			v.SetZero()
		}
		return
	}
	switch kind {
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		d.set(v.Elem(), n)
	case reflect.Interface:
		d.dynamic(v, n)
	case reflect.Struct:
		d.object(v, n)
	case reflect.Map:
		d.entries(v, n)
	case reflect.Slice:
		d.slice(v, n)
	case reflect.Array:
		d.array(v, n)
	default:
		d.scalar(v, n)
	}
}

func (d *decoder) dynamic(v reflect.Value, n *node) {
	if held := v.Elem(); held.Kind() == reflect.Pointer && !held.IsNil() {
		d.set(held.Elem(), n)
		return
	}
	x := reflect.ValueOf(d.natural(n))
	if !x.Type().AssignableTo(v.Type()) {
		d.mismatch(n, kinds[n.kind], v.Type(), nil)
		return
	}
	v.Set(x)
}

// natural returns a value as an any holds it.
func (d *decoder) natural(n *node) any {
	switch n.kind {
	case '{':
		m := map[string]any{}
		for i, key := range n.keys {
			d.path = append(d.path, key)
			m[key] = d.natural(n.items[i])
			d.path = d.path[:len(d.path)-1]
		}
		return m
	case '[':
		items := make([]any, len(n.items))
		for i, item := range n.items {
			d.path = append(d.path, strconv.Itoa(i))
			items[i] = d.natural(item)
			d.path = d.path[:len(d.path)-1]
		}
		return items
	case '"':
		return n.text
	case '0':
		if d.number {
			return Number(n.text)
		}
		f, err := strconv.ParseFloat(n.text, 64)
		if err != nil {
			d.mismatch(n, "number "+n.text, reflect.TypeFor[float64](), nil)
			return 0.0
		}
		return f
	case 'n':
		return nil
	}
	return n.kind == 't'
}

func (d *decoder) object(v reflect.Value, n *node) {
	if n.kind != '{' {
		d.mismatch(n, kinds[n.kind], v.Type(), nil)
		return
	}
	fields, known := d.fields[v.Type()]
	if !known {
		fields = fieldsOf(v.Type())
		d.fields[v.Type()] = fields
	}
	for i, key := range n.keys {
		f, ok := named(fields, key)
		if !ok {
			if d.strict {
				d.fail(errors.New("json: unknown field " + strconv.Quote(key)))
			}
			continue
		}
		item := n.items[i]
		if f.quoted && item.kind == '"' {
			if inner, err := parse([]byte(item.text)); err == nil {
				inner.from, inner.to = item.from, item.to
				item = inner
			}
		}
		d.inside(key, place(v, f.index), item)
	}
}

// named returns the field of a name, in just this case if there is one.
func named(fields []field, name string) (field, bool) {
	for _, f := range fields {
		if f.name == name {
			return f, true
		}
	}
	for _, f := range fields {
		if strings.EqualFold(f.name, name) {
			return f, true
		}
	}
	return field{}, false
}

// place follows a field's index, and makes what pointers on the way lack.
func place(v reflect.Value, index []int) reflect.Value {
	for _, i := range index {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v
}

func (d *decoder) entries(v reflect.Value, n *node) {
	if n.kind != '{' {
		d.mismatch(n, kinds[n.kind], v.Type(), nil)
		return
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	t := v.Type()
	for i, key := range n.keys {
		k := reflect.New(t.Key()).Elem()
		of := &node{kind: '"', from: n.items[i].from, to: n.items[i].to, text: key}
		if !d.key(k, of) {
			continue
		}
		elem := reflect.New(t.Elem()).Elem()
		d.inside(key, elem, n.items[i])
		v.SetMapIndex(k, elem)
	}
}

func (d *decoder) key(k reflect.Value, n *node) bool {
	before := d.err
	switch {
	case d.itself(k, n):
	case k.Kind() == reflect.String:
		k.SetString(n.text)
	case k.CanInt() || k.CanUint():
		n.kind = '0'
		d.scalar(k, n)
	default:
		d.mismatch(n, "string", k.Type(), nil)
	}
	return d.err == before
}

func (d *decoder) slice(v reflect.Value, n *node) {
	t := v.Type()
	switch {
	case n.kind == '"' && t.Elem().Kind() == reflect.Uint8:
		b, err := base64.StdEncoding.DecodeString(n.text)
		if err != nil {
			d.mismatch(n, "string", t, err)
			return
		}
		s := reflect.MakeSlice(t, len(b), len(b))
		for i, c := range b {
			s.Index(i).SetUint(uint64(c))
		}
		v.Set(s)
	case n.kind != '[':
		d.mismatch(n, kinds[n.kind], t, nil)
	default:
		s := reflect.MakeSlice(t, len(n.items), len(n.items))
		for i, item := range n.items {
			d.inside(strconv.Itoa(i), s.Index(i), item)
		}
		v.Set(s)
	}
}

func (d *decoder) array(v reflect.Value, n *node) {
	if n.kind != '[' {
		d.mismatch(n, kinds[n.kind], v.Type(), nil)
		return
	}
	for i := range v.Len() {
		if i < len(n.items) {
			d.inside(strconv.Itoa(i), v.Index(i), n.items[i])
		} else {
			v.Index(i).SetZero()
		}
	}
}

func (d *decoder) scalar(v reflect.Value, n *node) {
	what, t := kinds[n.kind], v.Type()
	switch {
	case v.Kind() == reflect.Bool && what == "bool":
		v.SetBool(n.kind == 't')
	case v.Kind() == reflect.String && (what == "string" || what == "number" && t == reflect.TypeFor[Number]()):
		v.SetString(n.text)
	case what != "number":
		d.mismatch(n, what, t, nil)
	case v.CanInt():
		i, err := strconv.ParseInt(n.text, 10, 64)
		if err != nil || v.OverflowInt(i) {
			d.mismatch(n, "number "+n.text, t, nil)
			return
		}
		v.SetInt(i)
	case v.CanUint():
		i, err := strconv.ParseUint(n.text, 10, 64)
		if err != nil || v.OverflowUint(i) {
			d.mismatch(n, "number "+n.text, t, nil)
			return
		}
		v.SetUint(i)
	case v.CanFloat():
		f, err := strconv.ParseFloat(n.text, t.Bits())
		if err != nil {
			d.mismatch(n, "number "+n.text, t, nil)
			return
		}
		v.SetFloat(f)
	default:
		d.mismatch(n, what, t, nil)
	}
}
