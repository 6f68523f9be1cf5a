package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
)

type upper struct{ w io.Writer }

func (u upper) Write(p []byte) (int, error) {
	return u.w.Write(bytes.ToUpper(p))
}

type countdown int

func (c *countdown) Read(p []byte) (int, error) {
	if *c == 0 {
		return 0, io.EOF
	}
	p[0] = byte('0' + *c)
	*c--
	return 1, nil
}

func main() {
	fmt.Fprintf(upper{os.Stdout}, "loud %d\n", 1)
	c := countdown(3)
	b, err := io.ReadAll(&c)
	fmt.Println(string(b), err)
	var sb strings.Builder
	n, err := io.Copy(&sb, strings.NewReader("copied"))
	fmt.Println(n, err, sb.String())
	io.WriteString(os.Stdout, "written\n")
	w := io.MultiWriter(&sb, os.Stdout)
	fmt.Fprintln(w, "both")
	fmt.Println(sb.Len(), io.EOF, io.ErrUnexpectedEOF)
	fmt.Fprintln(io.Discard, "nowhere")
}
