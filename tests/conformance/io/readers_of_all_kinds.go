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

type upper struct{ w io.Writer }

func (u upper) Write(p []byte) (int, error) { return u.w.Write(bytes.ToUpper(p)) }

type slowReader struct{ n int }

func (s *slowReader) Read(p []byte) (int, error) {
	if s.n == 0 {
		return 0, io.EOF
	}
	s.n--
	p[0] = 'x'
	return 1, nil
}

type countW struct{ n int }

func (c *countW) Write(p []byte) (int, error) { c.n += len(p); return len(p), nil }
func main() {
	fmt.Fprintf(upper{os.Stdout}, "hello %d\n", 5)
	b, err := io.ReadAll(&slowReader{5})
	fmt.Println(string(b), err)
	var buf bytes.Buffer
	n, err := io.Copy(&buf, strings.NewReader("copied"))
	fmt.Println(n, err, buf.String())
	mr := io.MultiReader(strings.NewReader("a"), strings.NewReader("b"))
	all, _ := io.ReadAll(mr)
	fmt.Println(string(all))
	c := &countW{}
	mw := io.MultiWriter(&buf, c)
	io.WriteString(mw, "12345")
	fmt.Println(c.n, buf.Len())
	tr := io.TeeReader(strings.NewReader("tee"), &buf)
	io.ReadAll(tr)
	fmt.Println(buf.String())
	lr := io.LimitReader(strings.NewReader("limited"), 3)
	x, _ := io.ReadAll(lr)
	fmt.Println(string(x))
	p := make([]byte, 4)
	_, err = io.ReadFull(strings.NewReader("ab"), p)
	fmt.Println(err, errors.Is(err, io.ErrUnexpectedEOF))
	_, err = io.ReadAtLeast(strings.NewReader("abcdef"), p, 2)
	fmt.Println(err, string(p))
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through the pipe")
		pw.Close()
	}()
	y, err := io.ReadAll(pr)
	fmt.Println(string(y), err)
	sc := bufio.NewScanner(strings.NewReader("l1\nl2\n\nl4"))
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(strings.NewReader("héy"))
	sc.Split(bufio.ScanRunes)
	for sc.Scan() {
		fmt.Print(sc.Text(), ",")
	}
	fmt.Println()
	br := bufio.NewReader(strings.NewReader("abc\ndef"))
	pk, _ := br.Peek(2)
	r, _, _ := br.ReadRune()
	br.UnreadRune()
	l, pref, err := br.ReadLine()
	fmt.Println(string(pk), string(r), string(l), pref, err)
	rest, err := br.ReadBytes('\n')
	fmt.Println(string(rest), err)
	bw := bufio.NewWriterSize(os.Stdout, 16)
	fmt.Fprintf(bw, "%s\n", strings.Repeat("z", 20))
	bw.WriteByte('q')
	bw.WriteRune('é')
	bw.WriteString("\n")
	bw.Flush()
	var rd io.Reader = &buf
	if _, ok := rd.(io.Writer); ok {
		fmt.Println("buffer is a writer")
	}
	line, err := buf.ReadString('d')
	fmt.Println(line, err, buf.Len())
	buf.Reset()
	buf.WriteString("trunc")
	buf.Truncate(2)
	bb, _ := buf.ReadByte()
	fmt.Println(string(bb), buf.String())
	os.Stdout.WriteString("direct\n")
	fmt.Fprintln(io.Discard, "nothing")
	fmt.Fprint(os.Stdout, "a", 1, "\n")
	var w strings.Builder
	fmt.Fprintf(&w, "%03d", 7)
	fmt.Println(w.String())
	fmt.Fprintln(os.Stderr, "to stderr")
	nr := bytes.NewReader([]byte("seek"))
	nr.Seek(2, io.SeekStart)
	z, _ := io.ReadAll(nr)
	fmt.Println(string(z))
	sr := io.NewSectionReader(strings.NewReader("section"), 2, 3)
	z, _ = io.ReadAll(sr)
	fmt.Println(string(z))
}
