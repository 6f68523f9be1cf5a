package main

import (
	"fmt"
	"io"
	"strings"
)

func main() {
	var b strings.Builder
	b.WriteString("hello")
	b.WriteByte(',')
	b.WriteRune('世')
	n, err := b.Write([]byte("!"))
	fmt.Println(b.String(), b.Len(), n, err)
	fmt.Fprintf(&b, " %03d", 7)
	b.Grow(100)
	fmt.Println(b.String(), b.Cap() >= 100)
	b.Reset()
	fmt.Printf("%q\n", b.String())
	r := strings.NewReader("some text")
	buf := make([]byte, 4)
	for {
		n, err := r.Read(buf)
		if err == io.EOF {
			break
		}
		fmt.Printf("%q ", buf[:n])
	}
	fmt.Println()
	all, err := io.ReadAll(strings.NewReader("all of it"))
	fmt.Println(string(all), err)
}
