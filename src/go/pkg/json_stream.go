package json

import (
	"bytes"
	"io"
	"reflect"
)

// Encoder writes values, a line each.
type Encoder struct {
	w              io.Writer
	prefix, indent string
	plain          bool
}

// NewEncoder returns an encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w} }

// SetIndent has values laid out as MarshalIndent does.
func (enc *Encoder) SetIndent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

// SetEscapeHTML says whether what HTML takes for its own is escaped.
func (enc *Encoder) SetEscapeHTML(on bool) { enc.plain = !on }

// Encode writes v.
func (enc *Encoder) Encode(v any) error {
	e := encoder{fields: map[reflect.Type][]field{}, html: !enc.plain}
	e.value(reflect.ValueOf(v))
	if e.err != nil {
		return e.err
	}
	if enc.prefix != "" || enc.indent != "" {
		e.out = laidOut(nil, e.out, enc.prefix, enc.indent)
	}
	_, err := enc.w.Write(append(e.out, '\n'))
	return err
}

// Decoder reads values one after another.
type Decoder struct {
	r      io.Reader
	text   []byte
	ended  error // why there is no more to be read
	read   int64
	failed error
	number bool
	strict bool
}

// NewDecoder returns a decoder that reads from r.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

// UseNumber has numbers in an any be of type Number.
func (dec *Decoder) UseNumber() { dec.number = true }

// DisallowUnknownFields has members that a struct lacks be wrong.
func (dec *Decoder) DisallowUnknownFields() { dec.strict = true }

// Decode reads the next value into what v points to.
func (dec *Decoder) Decode(v any) error {
	if dec.failed != nil {
		return dec.failed
	}
	for {
		p := &parser{text: dec.text}
		n := p.value()
		open := p.ended || p.err == nil && n.kind == '0' && p.at == len(dec.text)
		if open && dec.ended == nil {
			dec.fill()
			continue
		}
		if p.ended {
			p.space()
			if p.at == len(p.text) && n.from == len(p.text) && dec.ended == io.EOF {
				return io.EOF
			}
			dec.failed = dec.ended
			if dec.ended == io.EOF {
				dec.failed = io.ErrUnexpectedEOF
			}
			return dec.failed
		}
		if p.err != nil {
			p.err.Offset += dec.read
			dec.failed = p.err
			return p.err
		}
		d := decoder{text: dec.text, number: dec.number, strict: dec.strict}
		err := d.decode(n, v)
		if wrong, ok := err.(*UnmarshalTypeError); ok {
			wrong.Offset += dec.read
		}
		dec.read += int64(p.at)
		dec.text = dec.text[p.at:]
		return err
	}
}

func (dec *Decoder) fill() {
	chunk := make([]byte, 512)
	n, err := dec.r.Read(chunk)
	dec.text = append(dec.text, chunk[:n]...)
	dec.ended = err
}

// More reports whether there is another value.
func (dec *Decoder) More() bool {
	for {
		p := &parser{text: dec.text}
		if c := p.next(); c != 0 {
			return c != ']' && c != '}'
		}
		if dec.ended != nil {
			return false
		}
		dec.fill()
	}
}

// Buffered returns what was read and isn't decoded yet.
func (dec *Decoder) Buffered() io.Reader { return bytes.NewReader(dec.text) }

// InputOffset returns how much has been decoded.
func (dec *Decoder) InputOffset() int64 { return dec.read }
