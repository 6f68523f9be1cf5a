package main

import (
	"bytes"
	"fmt"
)

func main() {
	var buf bytes.Buffer
	buf.WriteString("hello ")
	buf.Write([]byte("world"))
	buf.WriteByte('!')
	fmt.Fprintf(&buf, " %d", 42)
	fmt.Println(buf.String(), buf.Len())
	p := make([]byte, 5)
	n, err := buf.Read(p)
	fmt.Println(n, err, string(p), buf.String())
	line, err := bytes.NewBufferString("a\nb").ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	buf.Reset()
	_, err = buf.Read(p)
	fmt.Println(err, buf.Len())
	a, b := []byte("abc"), []byte("abd")
	fmt.Println(bytes.Equal(a, b), bytes.Compare(a, b), bytes.Contains(a, []byte("bc")), bytes.Index(a, []byte("c")))
	fmt.Println(string(bytes.ToUpper(a)), string(bytes.TrimSpace([]byte(" x "))), string(bytes.Join([][]byte{a, b}, []byte("-"))))
	fmt.Printf("%q %s\n", bytes.Split([]byte("x,y"), []byte(",")), bytes.Repeat([]byte("ab"), 2))
	fmt.Println(bytes.HasPrefix(a, []byte("ab")), string(bytes.ReplaceAll(a, []byte("b"), []byte("B"))), bytes.IndexByte(a, 'c'))
}
