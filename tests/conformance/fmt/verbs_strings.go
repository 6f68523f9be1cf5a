package main

import (
	"errors"
	"fmt"
	"strings"
)

func main() {
	s := "héllo"
	fmt.Printf("%s|%10s|%-10s|%.3s|%q|%x|%X|% x|%+q|%#q|%5.2s|%v\n", s, s, s, s, s, s, s, s, s, s, s, s)
	fmt.Printf("%s %x %v %q %d\n", []byte("abc"), []byte("abc"), []byte("abc"), []byte("abc"), []byte("abc"))
	fmt.Printf("%q %q %v %s\n", []string{"a", "b c"}, "tab\t\"quote\" \x00 \u2028", []string{"a", "b"}, []string{"x", "y"})
	fmt.Printf("%05s|%c%c|%-5q|%#v|%#v\n", "ab", 'x', 0x4E16, 'y', "z\n", []byte{1, 2})
	fmt.Printf("%s|%s|%v\n", errors.New("an error"), error(nil), error(nil))
	fmt.Printf("%3c|%-3c|%03d|%s\n", 'a', 'b', 5, strings.Repeat("=", 5))
}
