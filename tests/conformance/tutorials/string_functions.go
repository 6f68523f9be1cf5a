package main

import (
	"fmt"
	s "strings"
)

var p = fmt.Println

func main() {
	p("Contains:  ", s.Contains("test", "es"))
	p("Count:     ", s.Count("test", "t"))
	p("HasPrefix: ", s.HasPrefix("test", "te"))
	p("HasSuffix: ", s.HasSuffix("test", "st"))
	p("Index:     ", s.Index("test", "e"))
	p("Join:      ", s.Join([]string{"a", "b"}, "-"))
	p("Repeat:    ", s.Repeat("a", 5))
	p("Replace:   ", s.Replace("foo", "o", "0", -1))
	p("Replace:   ", s.Replace("foo", "o", "0", 1))
	p("Split:     ", s.Split("a-b-c-d-e", "-"))
	p("ToLower:   ", s.ToLower("TEST"))
	p("ToUpper:   ", s.ToUpper("test"))
	p(s.Fields("  a b  c "), s.TrimSpace("  x "), s.Trim("xxhixx", "x"), s.TrimLeft("xxhi", "x"), s.TrimPrefix("prefix-a", "prefix-"), s.TrimSuffix("a.go", ".go"))
	p(s.Title("hello world"), s.EqualFold("Go", "GO"), s.LastIndex("go gopher", "go"), s.IndexByte("abc", 'c'), s.IndexRune("chicken", 'k'), s.IndexAny("golang", "ny"), s.ContainsRune("abc", 'b'), s.ContainsAny("abc", "xyzc"))
	p(s.Map(func(r rune) rune {
		if r == 'a' {
			return 'A'
		}
		if r == 'x' {
			return -1
		}
		return r
	}, "banxana"))
	p(s.SplitN("a,b,c,d", ",", 2), s.SplitAfter("a,b,c", ","), s.FieldsFunc("a1b2c3", func(r rune) bool { return r >= '0' && r <= '9' }))
	before, after, found := s.Cut("key=value", "=")
	p(before, after, found)
	r := s.NewReplacer("<", "&lt;", ">", "&gt;")
	p(r.Replace("This is <b>HTML</b>!"))
	var b s.Builder
	for i := 3; i >= 1; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteString("ignition")
	b.WriteByte('!')
	b.WriteRune('é')
	p(b.String(), b.Len())
	p(s.Compare("a", "b"), s.ToTitle("abc"), s.Index("chicken", "dmr"), s.TrimFunc("123abc456", func(r rune) bool { return r < 'a' }), s.Count("five", ""))
	for part := range s.SplitSeq("a,b,c", ",") {
		p(part)
	}
	for l := range s.Lines("one\ntwo\nthree") {
		fmt.Printf("%q\n", l)
	}
	for f := range s.FieldsSeq(" x  y ") {
		p(f)
	}
}
