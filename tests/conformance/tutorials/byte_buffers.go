package main

import (
	"bytes"
	"fmt"
)

func main() {
	var buf bytes.Buffer
	buf.WriteString("hello ")
	buf.Write([]byte("world"))
	fmt.Fprintf(&buf, " %d", 5)
	fmt.Println(buf.String(), buf.Len())
	p := make([]byte, 5)
	n, err := buf.Read(p)
	fmt.Println(n, err, string(p))
	fmt.Println(bytes.Contains([]byte("seafood"), []byte("foo")), bytes.ToUpper([]byte("abc")), bytes.Equal([]byte("a"), []byte("a")))
	b := []byte("héllo")
	fmt.Println(b, len(b), string(b[0]), []rune("héllo"))
	fmt.Printf("%s %v %q\n", b, b, b)
	fmt.Printf("%s\n", bytes.Split([]byte("a,b,c"), []byte(",")))
	fmt.Println(bytes.TrimSpace([]byte("  x  ")), bytes.Compare([]byte("a"), []byte("b")), bytes.Join([][]byte{[]byte("x"), []byte("y")}, []byte("-")))
}
