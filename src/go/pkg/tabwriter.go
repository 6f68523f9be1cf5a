// Package tabwriter lines text up in columns, whose cells end with tabs.
package tabwriter

import (
	"io"
	"unicode/utf8"
)

// How cells are written.
const (
	FilterHTML uint = 1 << iota
	StripEscape
	AlignRight
	DiscardEmptyColumns
	TabIndent
	Debug
)

// Escape encloses what isn't looked into.
const Escape = '\xff'

// Writer lines up what is written to it, once it is flushed.
type Writer struct {
	out                         io.Writer
	minwidth, tabwidth, padding int
	padchar                     byte
	flags                       uint
	text                        []byte
}

// NewWriter returns a Writer to output; see Init.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets the least width of a cell with its padding, the width of a tab, the padding, and what fills a cell.
func (b *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if flags&(FilterHTML|StripEscape|DiscardEmptyColumns) != 0 {
		panic("tabwriter: Brigade doesn't know these flags")
	}
	if padchar == '\t' {
		flags &^= AlignRight
	}
	*b = Writer{output, minwidth, tabwidth, padding, padchar, flags, nil}
	return b
}

func (b *Writer) Write(buf []byte) (n int, err error) {
	b.text = append(b.text, buf...)
	return len(buf), nil
}

// Flush lines up and writes what was written so far.
func (b *Writer) Flush() error {
	var lines [][]string
	cells, start := []string{}, 0
	for i, c := range b.text {
		if c != '\t' && c != '\v' && c != '\n' && c != '\f' {
			continue
		}
		cells = append(cells, string(b.text[start:i]))
		start = i + 1
		if c == '\n' || c == '\f' {
			lines = append(lines, cells)
			cells = []string{}
		}
	}
	lines = append(lines, append(cells, string(b.text[start:])))
	b.text = nil
	widths := make([][]int, len(lines))
	b.columns(lines, widths, 0, len(lines), 0)
	text := ""
	for i, line := range lines {
		if i > 0 {
			text += "\n"
		}
		text += b.line(line, widths[i])
	}
	_, err := io.WriteString(b.out, text)
	return err
}

// columns finds the widths of the cells of the lines from first to last in column at, and of those right of them. A column
// is a block of lines that have a cell there which ends with a tab.
func (b *Writer) columns(lines [][]string, widths [][]int, first, last, at int) {
	for i := first; i < last; {
		if at >= len(lines[i])-1 {
			i++
			continue
		}
		width, end := b.minwidth, i
		empty := true
		for ; end < last && at < len(lines[end])-1; end++ {
			n := utf8.RuneCountInString(lines[end][at])
			width = max(width, n+b.padding)
			empty = empty && n == 0
		}
		if empty && b.padchar == '\t' {
			width = 0
		}
		if b.padchar == '\t' && b.tabwidth > 0 {
			width = (width + b.tabwidth - 1) / b.tabwidth * b.tabwidth
		}
		for j := i; j < end; j++ {
			widths[j] = append(widths[j], width)
		}
		b.columns(lines, widths, i, end, at+1)
		i = end
	}
}

func (b *Writer) line(cells []string, widths []int) string {
	text := ""
	for i, cell := range cells {
		if i > 0 && b.flags&Debug != 0 {
			text += "|"
		}
		if i >= len(widths) {
			text += cell
			continue
		}
		fill := b.fill(utf8.RuneCountInString(cell), widths[i], i)
		if b.flags&AlignRight != 0 {
			text += fill + cell
		} else {
			text += cell + fill
		}
	}
	return text
}

func (b *Writer) fill(n, width, at int) string {
	text := ""
	if b.padchar == '\t' {
		if b.tabwidth == 0 {
			return ""
		}
		for tabs := (width - n + b.tabwidth - 1) / b.tabwidth; tabs > 0; tabs-- {
			text += "\t"
		}
		return text
	}
	for range width - n {
		text += string(rune(b.padchar))
	}
	return text
}
