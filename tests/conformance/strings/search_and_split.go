package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	s := "the quick brown fox"
	fmt.Println(strings.Contains(s, "quick"), strings.ContainsRune(s, 'z'), strings.ContainsAny(s, "xyz"), strings.HasPrefix(s, "the"), strings.HasSuffix(s, "ox"))
	fmt.Println(strings.Index(s, "q"), strings.Index(s, "zz"), strings.LastIndex(s, "o"), strings.IndexByte(s, 'b'), strings.IndexRune(s, 'w'), strings.IndexAny(s, "wq"), strings.IndexFunc(s, unicode.IsSpace))
	fmt.Printf("%q %q %q\n", strings.Split(s, " "), strings.Split("abc", ""), strings.Split("", ","))
	fmt.Printf("%q %q %q\n", strings.SplitN("a,b,c,d", ",", 2), strings.SplitAfter("a,b", ","), strings.Fields("  a  b\tc\n"))
	fmt.Println(strings.Count("cheese", "e"), strings.Count("abc", ""))
	before, after, found := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, found)
	rest, ok := strings.CutPrefix("prefix-x", "prefix-")
	fmt.Println(rest, ok)
	rest, ok = strings.CutSuffix("x.go", ".rs")
	fmt.Println(rest, ok)
	fmt.Printf("%q\n", strings.FieldsFunc("a1b22c", unicode.IsDigit))
	fmt.Println(strings.EqualFold("Go", "GO"), strings.Compare("a", "b"), strings.Compare("b", "b"))
	for part := range strings.SplitSeq("x-y-z", "-") {
		fmt.Print(part, ".")
	}
	for f := range strings.FieldsSeq(" p  q ") {
		fmt.Print(f, ";")
	}
	for l := range strings.Lines("one\ntwo\n") {
		fmt.Printf("%q", l)
	}
	fmt.Println()
}
