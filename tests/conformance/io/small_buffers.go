// What bufio and bytes keep: full buffers, long lines, short writes, and what can be taken back.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type shown struct{ name string }

func (s shown) Write(p []byte) (int, error) {
	fmt.Printf("%s gets %q\n", s.name, p)
	return len(p), nil
}

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

type drop struct{ rest string }

func (d *drop) Read(p []byte) (int, error) {
	if d.rest == "" {
		return 0, errors.New("dry")
	}
	n := copy(p, d.rest[:min(3, len(d.rest))])
	d.rest = d.rest[n:]
	return n, nil
}

type silent struct{}

func (silent) Read([]byte) (int, error) { return 0, nil }

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func readers() {
	r := bufio.NewReaderSize(strings.NewReader("a line longer than sixteen\r\nshort\nüber"), 4)
	fmt.Println(r.Size(), r.Buffered())
	line, err := r.ReadSlice('\n')
	fmt.Printf("%q %v\n", line, err)
	line, prefix, err := r.ReadLine()
	fmt.Printf("%q %v %v\n", line, prefix, err)
	fmt.Println(r.Peek(5))
	fmt.Println(r.Peek(17))
	fmt.Println(r.Discard(6))
	fmt.Println(r.ReadRune())
	fmt.Println(r.UnreadRune(), r.UnreadRune())
	fmt.Println(r.ReadByte())
	fmt.Println(r.UnreadByte(), r.UnreadByte())
	rest, err := r.ReadString('\n')
	fmt.Println(rest, err)

	r = bufio.NewReader(&drop{rest: "one\ntwo"})
	for range 3 {
		fmt.Println(r.ReadString('\n'))
	}
	_, err = bufio.NewReader(silent{}).ReadByte()
	fmt.Println(err)
	scanner := bufio.NewScanner(silent{})
	fmt.Println(scanner.Scan(), scanner.Err())
}

func scanners() {
	for _, text := range []string{"ten bytes.\nmore\n", "seventeen letters\nmore\n"} {
		scanner := bufio.NewScanner(strings.NewReader(text))
		scanner.Buffer(make([]byte, 0, 4), 16)
		for scanner.Scan() {
			fmt.Printf("%q\n", scanner.Text())
		}
		fmt.Println(scanner.Err())
		try(func() { scanner.Split(bufio.ScanWords) })
	}
	scanner := bufio.NewScanner(strings.NewReader("abc"))
	scanner.Split(func(data []byte, atEOF bool) (int, []byte, error) { return len(data) + 1, data, nil })
	fmt.Println(scanner.Scan(), scanner.Err())
}

func writers() {
	w := bufio.NewWriterSize(shown{"w"}, 8)
	fmt.Fprint(w, "12345")
	fmt.Println(w.Buffered(), w.Available(), w.Size())
	fmt.Fprint(w, "6789")
	fmt.Fprint(w, strings.Repeat("x", 20))
	w.WriteString("tail")
	w.WriteByte('!')
	w.WriteRune('é')
	w.Flush()
	w.ReadFrom(strings.NewReader("all of a reader"))
	w.Flush()
	w = bufio.NewWriter(short{})
	w.WriteString("half")
	fmt.Println(w.Flush(), w.Buffered())
	fmt.Println(w.WriteString("more"))
	w.Reset(os.Stdout)
	fmt.Fprintln(w, "reset")
	w.Flush()
}

func buffers() {
	var b bytes.Buffer
	fmt.Println(b.UnreadByte())
	b.WriteString("häh?")
	fmt.Println(b.ReadRune())
	fmt.Println(b.ReadRune())
	fmt.Println(b.UnreadRune(), b.UnreadRune())
	fmt.Printf("%v %v %q\n", b.Next(2), b.UnreadByte(), b.String())
	b.Truncate(1)
	fmt.Printf("%q %d\n", b.Bytes(), b.Len())
	try(func() { b.Truncate(5) })
	fmt.Println(b.WriteTo(short{}))
	r := bytes.NewReader([]byte("bytes"))
	fmt.Println(r.Seek(-2, io.SeekEnd))
	rest, _ := io.ReadAll(r)
	fmt.Println(string(rest), r.Len(), r.Size(), r.UnreadRune())
	fmt.Println(r.Seek(-9, io.SeekCurrent))
	fmt.Printf("%q\n", bytes.TrimSpace([]byte("\u2000\u3000 inner \u2003")))
	for line := range bytes.Lines([]byte("1\n2")) {
		fmt.Printf("%q ", line)
	}
	before, after, found := bytes.CutLast([]byte("a/b/c"), []byte("/"))
	fmt.Printf("%s %s %v\n", before, after, found)
	fmt.Println(io.CopyN(io.Discard, &drop{rest: "abcdef"}, 6))
	fmt.Println(io.WriteString(io.MultiWriter(shown{"m"}, &b), "to both"))
	io.Copy(shown{"c"}, io.MultiReader(strings.NewReader("one "), strings.NewReader("two")))
}

func main() {
	readers()
	scanners()
	writers()
	buffers()
}
