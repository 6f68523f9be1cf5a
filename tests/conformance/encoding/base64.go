package main

import (
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	data := "abc123!?$*&()'-=@~\xff\xfe"
	encs := []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding, base64.StdEncoding.Strict(), base64.StdEncoding.WithPadding('*')}
	for n := range len(data) + 1 {
		for _, e := range encs {
			s := e.EncodeToString([]byte(data[:n]))
			back, err := e.DecodeString(s)
			fmt.Print(s, " ", string(back) == data[:n], err, len(s) == e.EncodedLen(n), e.DecodedLen(len(s)), " ")
		}
		fmt.Println()
	}
	for _, s := range []string{"", "=", "==", "A", "AA", "AA=", "AA==", "AA=A", "AAA", "AAA=", "AAA==", "AAAA", "AAAA=", "AAAAA", "AAAA\nBB==\n", "A\nA=\r\n=", "AA==A", "AA== ", "A*AA", "AB==", "ABC=", "ABD=", "Zm9v\nYmFy", "Zm9vYg==Zm9v", "-_-_", "+/+/", "AA=\n", "Zm9v!"} {
		for _, e := range encs[:5] {
			b, err := e.DecodeString(s)
			fmt.Printf("%q %v; ", b, err)
		}
		fmt.Println()
	}
	w := base64.NewEncoder(base64.StdEncoding, os.Stdout)
	io.WriteString(w, "hello, ")
	io.WriteString(w, "w")
	io.WriteString(w, "orld")
	w.Close()
	fmt.Println()
	b, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader("aGVsbG8s\nIHdvcmxk")))
	fmt.Println(string(b), err)
	fmt.Println(string(base64.StdEncoding.AppendEncode([]byte("x:"), []byte("hi"))))
	dst := make([]byte, 10)
	n, err := base64.StdEncoding.Decode(dst, []byte("aGk="))
	fmt.Println(n, err, dst[:n])
}
