// Package base64 writes bytes as text of 64 characters.
package base64

import (
	"io"
	"strconv"
)

// What stands at the end in place of missing bytes.
const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

// Encoding is an alphabet of 64 characters, with or without padding.
type Encoding struct {
	alphabet string
	values   [256]uint8
	padding  rune
	strict   bool
}

// none is the value of what isn't in the alphabet.
const none = 0xff

// The usual encodings, with padding and without.
var (
	StdEncoding    = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
	URLEncoding    = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// CorruptInputError is the offset of the byte that can't be decoded.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// NewEncoding returns an encoding with this alphabet and the usual padding.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	enc := &Encoding{alphabet: encoder, padding: StdPadding}
	for i := range enc.values {
		enc.values[i] = none
	}
	for i := range len(encoder) {
		c := encoder[i]
		switch {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case enc.values[c] != none:
			panic("encoding alphabet includes duplicate symbols")
		}
		enc.values[c] = uint8(i)
	}
	return enc
}

// WithPadding returns the encoding with other padding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && enc.values[byte(padding)] != none:
		panic("padding contained in alphabet")
	}
	enc.padding = padding
	return &enc
}

// Strict returns the encoding with the demand that unused bits are 0.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

// EncodedLen returns the length of n bytes as text.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// DecodedLen returns how many bytes text of length n is at most.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// AppendEncode appends src as text.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	for len(src) > 0 {
		n := min(len(src), 3)
		bits := uint(src[0]) << 16
		if n > 1 {
			bits |= uint(src[1]) << 8
		}
		if n > 2 {
			bits |= uint(src[2])
		}
		for i := range 4 {
			switch {
			case i <= n:
				dst = append(dst, enc.alphabet[bits>>(18-6*i)&63])
			case enc.padding != NoPadding:
				dst = append(dst, byte(enc.padding))
			}
		}
		src = src[n:]
	}
	return dst
}

// Encode writes src as text to dst.
func (enc *Encoding) Encode(dst, src []byte) { copy(dst, enc.AppendEncode(nil, src)) }

// EncodeToString returns src as text.
func (enc *Encoding) EncodeToString(src []byte) string { return string(enc.AppendEncode(nil, src)) }

// AppendDecode appends what the text src stands for.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	var bits uint
	n := 0
	for i := 0; i < len(src); i++ {
		c := src[i]
		value := enc.values[c]
		switch {
		case c == '\n' || c == '\r':
			continue
		case rune(c) == enc.padding:
			end, err := enc.ends(src, i, n, bits)
			return append(dst, end...), err
		case value == none:
			return dst, CorruptInputError(i)
		}
		bits = bits<<6 | uint(value)
		if n++; n == 4 {
			dst = append(dst, byte(bits>>16), byte(bits>>8), byte(bits))
			bits, n = 0, 0
		}
	}
	if n == 0 {
		return dst, nil
	}
	if n == 1 || enc.padding != NoPadding {
		return dst, CorruptInputError(len(src) - n)
	}
	end, ok := enc.rest(n, bits)
	if !ok {
		return dst, CorruptInputError(len(src) - 4 + n)
	}
	return append(dst, end...), nil
}

// rest returns the bytes of 2 or 3 characters.
func (enc *Encoding) rest(n int, bits uint) (end []byte, ok bool) {
	if n == 2 {
		return []byte{byte(bits >> 4)}, !enc.strict || bits&15 == 0
	}
	return []byte{byte(bits >> 10), byte(bits >> 2)}, !enc.strict || bits&3 == 0
}

// ends returns the bytes of n characters before the padding that begins at i, after which nothing may come.
func (enc *Encoding) ends(src []byte, i, n int, bits uint) ([]byte, error) {
	if n < 2 {
		return nil, CorruptInputError(i)
	}
	line := func(i int) int {
		for i < len(src) && (src[i] == '\n' || src[i] == '\r') {
			i++
		}
		return i
	}
	next := line(i + 1)
	if n == 2 {
		if next == len(src) {
			return nil, CorruptInputError(len(src))
		}
		if rune(src[next]) != enc.padding {
			return nil, CorruptInputError(next - 1)
		}
		next = line(next + 1)
	}
	var err error
	if next < len(src) {
		err = CorruptInputError(next)
	}
	end, ok := enc.rest(n, bits)
	if !ok {
		return nil, CorruptInputError(next - 4 + n)
	}
	return end, err
}

// Decode writes what the text src stands for to dst.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	b, err := enc.AppendDecode(nil, src)
	return copy(dst, b), err
}

// DecodeString returns what the text s stands for.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	return enc.AppendDecode([]byte{}, []byte(s))
}

type encoder struct {
	enc  *Encoding
	w    io.Writer
	rest []byte
}

// NewEncoder returns a writer that writes to w as text. It must be closed.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	e.rest = append(e.rest, p...)
	whole := len(e.rest) / 3 * 3
	if _, err := e.w.Write(e.enc.AppendEncode(nil, e.rest[:whole])); err != nil {
		return 0, err
	}
	e.rest = append([]byte{}, e.rest[whole:]...)
	return len(p), nil
}

func (e *encoder) Close() error {
	if len(e.rest) == 0 {
		return nil
	}
	_, err := e.w.Write(e.enc.AppendEncode(nil, e.rest))
	e.rest = nil
	return err
}

type decoder struct {
	enc  *Encoding
	r    io.Reader
	left []byte
	err  error
	read bool
}

// NewDecoder returns a reader of what the text in r stands for.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if !d.read {
		d.read = true
		text, err := io.ReadAll(d.r)
		d.left, d.err = d.enc.AppendDecode(nil, text)
		if err != nil {
			d.err = err
		} else if d.err == nil {
			d.err = io.EOF
		}
	}
	n = copy(p, d.left)
	d.left = d.left[n:]
	if n == 0 && len(p) > 0 {
		return 0, d.err
	}
	return n, nil
}
