package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	fmt.Println(strings.ToUpper("héllo"), strings.ToLower("ÀB"), strings.Title("hello world"), strings.ToTitle("x"))
	fmt.Printf("%q %q %q %q\n", strings.TrimSpace("  x \n"), strings.Trim("xxhixx", "x"), strings.TrimLeft("aab", "a"), strings.TrimRight("baa", "a"))
	fmt.Println(strings.TrimPrefix("go-lang", "go-"), strings.TrimSuffix("a.go", ".go"), strings.TrimFunc("12ab34", unicode.IsDigit))
	fmt.Println(strings.Replace("aaaa", "a", "b", 2), strings.ReplaceAll("banana", "an", "AN"), strings.Replace("abc", "", "-", -1))
	fmt.Println(strings.Repeat("ab", 3), strings.Join([]string{"x", "y", "z"}, ", "), strings.Join(nil, ","))
	fmt.Println(strings.Map(func(r rune) rune {
		switch {
		case r == 'a':
			return -1
		case unicode.IsUpper(r):
			return unicode.ToLower(r)
		}
		return r + 1
	}, "BanAna"))
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;", "a", "b", "b", "a")
	fmt.Println(r.Replace("<a><b>"))
	fmt.Println(strings.ToValidUTF8("a\xffb", "?"))
}
