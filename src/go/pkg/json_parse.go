package json

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// node is a value in a text: its kind by the character that it may begin with, '0' for numbers; where it is; a string's
// characters or a number's digits; what it is made of.
type node struct {
	kind     byte
	from, to int
	text     string
	keys     []string
	items    []*node
}

// parser reads values from a text.
type parser struct {
	text  []byte
	at    int
	depth int
	err   *SyntaxError
	ended bool // the text ends too early
}

// Valid reports whether data is JSON.
func Valid(data []byte) bool {
	_, err := parse(data)
	return err == nil
}

// parse reads the one value of a text.
func parse(data []byte) (*node, error) {
	p := &parser{text: data}
	n := p.value()
	p.space()
	if p.err == nil && p.at < len(data) {
		p.invalid("after top-level value")
	}
	if p.err != nil {
		return nil, p.err
	}
	return n, nil
}

func (p *parser) fail(msg string, offset int) {
	if p.err == nil {
		p.err = &SyntaxError{msg, int64(offset)}
	}
}

// end says that the text ends too early.
func (p *parser) end(offset int) {
	p.ended = p.err == nil
	p.fail("unexpected end of JSON input", offset)
}

// invalid says that the next character doesn't belong there, or that there is none.
func (p *parser) invalid(where string) {
	if p.at >= len(p.text) {
		p.end(p.at)
		return
	}
	c, _ := utf8.DecodeRune(p.text[p.at:])
	shown := strconv.QuoteRune(c)
	if c == '"' {
		shown = `'"'`
	}
	p.fail("invalid character "+shown+" "+where, p.at+1)
}

func (p *parser) space() {
	for p.at < len(p.text) {
		switch p.text[p.at] {
		case ' ', '\t', '\r', '\n':
			p.at++
		default:
			return
		}
	}
}

// next returns the next character after space, 0 at the end.
func (p *parser) next() byte {
	p.space()
	if p.at == len(p.text) || p.err != nil {
		return 0
	}
	return p.text[p.at]
}

func (p *parser) value() *node {
	c := p.next()
	n := &node{kind: c, from: p.at}
	switch {
	case c == '{':
		p.object(n)
	case c == '[':
		p.array(n)
	case c == '"':
		n.text = p.string()
	case c == '-' || '0' <= c && c <= '9':
		n.kind = '0'
		n.text = p.number()
	case c == 't':
		p.literal("true")
	case c == 'f':
		p.literal("false")
	case c == 'n':
		p.literal("null")
	default:
		p.invalid("looking for beginning of value")
	}
	n.to = p.at
	return n
}

// nested goes on to what is inside, unless that is too deep.
func (p *parser) nested() bool {
	p.at++
	if p.depth++; p.depth > 10000 {
		p.fail("exceeded max depth", p.at)
		return false
	}
	return true
}

func (p *parser) object(n *node) {
	if !p.nested() {
		return
	}
	for first := true; ; first = false {
		if first && p.next() == '}' {
			break
		}
		if p.next() != '"' {
			p.invalid("looking for beginning of object key string")
			return
		}
		n.keys = append(n.keys, p.string())
		if p.next() != ':' {
			p.invalid("after object key")
			return
		}
		p.at++
		n.items = append(n.items, p.value())
		c := p.next()
		if c == '}' {
			break
		}
		if c != ',' {
			p.invalid("after object key:value pair")
			return
		}
		p.at++
	}
	p.at++
	p.depth--
}

func (p *parser) array(n *node) {
	if !p.nested() {
		return
	}
	for first := true; ; first = false {
		if first && p.next() == ']' {
			break
		}
		n.items = append(n.items, p.value())
		c := p.next()
		if c == ']' {
			break
		}
		if c != ',' {
			p.invalid("after array element")
			return
		}
		p.at++
	}
	p.at++
	p.depth--
}

func (p *parser) literal(word string) {
	for i := range len(word) {
		if p.at >= len(p.text) || p.text[p.at] != word[i] {
			p.invalid("in literal " + word + " (expecting " + strconv.QuoteRune(rune(word[i])) + ")")
			return
		}
		p.at++
	}
}

func (p *parser) digits() {
	if p.at < len(p.text) && '0' <= p.text[p.at] && p.text[p.at] <= '9' {
		for p.at < len(p.text) && '0' <= p.text[p.at] && p.text[p.at] <= '9' {
			p.at++
		}
		return
	}
	p.invalid("in numeric literal")
}

func (p *parser) take(chars string) bool {
	if p.at < len(p.text) && bytes.IndexByte([]byte(chars), p.text[p.at]) >= 0 {
		p.at++
		return true
	}
	return false
}

func (p *parser) number() string {
	from := p.at
	p.take("-")
	if !p.take("0") {
		p.digits()
	}
	if p.take(".") {
		p.digits()
	}
	if p.take("eE") {
		p.take("+-")
		p.digits()
	}
	if p.ended && p.err.Offset == int64(p.at) {
		p.err.Offset = int64(from)
	}
	return string(p.text[from:p.at])
}

// simple are the escapes of one character, each followed by what it stands for.
const simple = "\"\"\\\\//b\bf\fn\nr\rt\t"

func (p *parser) string() string {
	var out []byte
	p.at++
	for p.err == nil {
		if p.at == len(p.text) {
			p.end(p.at)
			break
		}
		c := p.text[p.at]
		switch {
		case c == '"':
			p.at++
			return string(out)
		case c == '\\':
			out = p.escape(out)
		case c < ' ':
			p.invalid("in string")
		default:
			r, size := utf8.DecodeRune(p.text[p.at:])
			out = utf8.AppendRune(out, r)
			p.at += size
		}
	}
	return ""
}

func (p *parser) escape(out []byte) []byte {
	if p.at+1 == len(p.text) {
		p.end(len(p.text))
		return out
	}
	c := p.text[p.at+1]
	for i := 0; i < len(simple); i += 2 {
		if c == simple[i] {
			p.at += 2
			return append(out, simple[i+1])
		}
	}
	r, size := p.unit(p.at)
	if size == 0 {
		return out
	}
	p.at += size
	if 0xd800 <= r && r < 0xe000 {
		if both, size := p.pair(r); size > 0 {
			p.at += size
			return utf8.AppendRune(out, both)
		}
		r = utf8.RuneError
	}
	return utf8.AppendRune(out, r)
}

// pair returns the character of a surrogate and the one after it, if that goes with it.
func (p *parser) pair(high rune) (r rune, size int) {
	if p.at+6 > len(p.text) || p.text[p.at] != '\\' || p.text[p.at+1] != 'u' {
		return 0, 0
	}
	low, size := p.unit(p.at)
	if high >= 0xdc00 || low < 0xdc00 || low >= 0xe000 {
		return 0, 0
	}
	return 0x10000 + (high-0xd800)<<10 + (low - 0xdc00), size
}

// unit reads \u and four digits.
func (p *parser) unit(at int) (r rune, size int) {
	end := at + 2
	if p.text[at+1] == 'u' {
		end = at + 6
	}
	if end > len(p.text) {
		p.end(len(p.text))
		return 0, 0
	}
	value, err := strconv.ParseUint(string(p.text[at+2:end]), 16, 16)
	if end == at+2 || err != nil {
		p.fail("invalid escape sequence `"+string(p.text[at:end])+"` in string", end)
		return 0, 0
	}
	return rune(value), 6
}

// Compact appends src to dst without space.
func Compact(dst *bytes.Buffer, src []byte) error {
	if _, err := parse(src); err != nil {
		return err
	}
	dst.Write(compacted(nil, src, false))
	return nil
}

// HTMLEscape appends src to dst, with what HTML takes for its own escaped.
func HTMLEscape(dst *bytes.Buffer, src []byte) { dst.Write(escaped(nil, src)) }

func escaped(b, src []byte) []byte {
	for i := 0; i < len(src); i++ {
		switch c := src[i]; {
		case c == '<' || c == '>' || c == '&':
			b = append(b, '\\', 'u', '0', '0', hexadecimal[c>>4], hexadecimal[c&15])
		case c == 0xe2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xa8:
			b = append(b, '\\', 'u', '2', '0', '2', hexadecimal[src[i+2]&15])
			i += 2
		default:
			b = append(b, c)
		}
	}
	return b
}

// compacted appends src, which is JSON, without space.
func compacted(b, src []byte, html bool) []byte {
	var plain []byte
	quoted := false
	for i := 0; i < len(src); i++ {
		c := src[i]
		switch {
		case quoted && c == '\\':
			plain = append(plain, c)
			i++
			c = src[i]
		case c == '"':
			quoted = !quoted
		case !quoted && (c == ' ' || c == '\t' || c == '\r' || c == '\n'):
			continue
		}
		plain = append(plain, c)
	}
	if html {
		return escaped(b, plain)
	}
	return append(b, plain...)
}

// Indent appends src to dst with a line for each element, which begins with prefix and as many indents as it is deep.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	if _, err := parse(src); err != nil {
		return err
	}
	dst.Write(laidOut(nil, src, prefix, indent))
	return nil
}

func laidOut(b, src []byte, prefix, indent string) []byte {
	depth := 0
	line := func() {
		b = append(b, '\n')
		b = append(b, prefix...)
		for range depth {
			b = append(b, indent...)
		}
	}
	src = compacted(nil, src, false)
	for i := 0; i < len(src); i++ {
		c := src[i]
		switch c {
		case '"':
			from := i
			for i++; src[i] != '"'; i++ {
				if src[i] == '\\' {
					i++
				}
			}
			b = append(b, src[from:i+1]...)
		case '{', '[':
			b = append(b, c)
			if src[i+1] == c+2 {
				i++
				b = append(b, src[i])
				continue
			}
			depth++
			line()
		case '}', ']':
			depth--
			line()
			b = append(b, c)
		case ',':
			b = append(b, c)
			line()
		case ':':
			b = append(b, ": "...)
		default:
			b = append(b, c)
		}
	}
	return b
}
