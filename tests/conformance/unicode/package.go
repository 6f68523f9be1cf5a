package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

func main() {
	for _, r := range "aZ5 é世_!\t" {
		fmt.Print(unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsSpace(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsPunct(r), " ")
	}
	fmt.Println()
	fmt.Println(string(unicode.ToUpper('é')), string(unicode.ToLower('Ä')), unicode.IsNumber('½'), unicode.IsControl('\n'))
	s := "héllo, 世界"
	fmt.Println(utf8.RuneCountInString(s), len(s), utf8.ValidString(s), utf8.ValidString("a\xff"), utf8.RuneLen('世'))
	r, size := utf8.DecodeRuneInString(s[1:])
	fmt.Println(string(r), size)
	r, size = utf8.DecodeLastRuneInString(s)
	fmt.Println(string(r), size, utf8.RuneError)
	b := utf8.AppendRune(nil, '世')
	fmt.Println(b, utf8.FullRune(b[:2]), utf8.RuneCount(b))
	buf := make([]byte, 4)
	n := utf8.EncodeRune(buf, 'é')
	fmt.Println(buf[:n], n)
}
