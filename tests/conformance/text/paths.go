package main

import (
	"fmt"
	"path"
	"path/filepath"
)

func main() {
	ps := []string{"", ".", "..", "/", "//", "a", "a/", "/a/b/../c", "a//b/./c", "../../a", "/../a", "a/../..", "dir1//filename", "./x.tar.gz", "/a/.hidden", "a/b.c/d", "/a/b/", "é/ü.txt", "a/../../b"}
	for _, p := range ps {
		d, f := path.Split(p)
		fmt.Printf("%q %q %q %q %q %q %q %v\n", p, path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), d, f, path.IsAbs(p))
		for _, q := range []string{"a/b", "/a", "../x", "."} {
			r, err := filepath.Rel(p, q)
			fmt.Print(path.Join(p, q), " ", filepath.Join(q, "..", p), " ", r, " ", err, "; ")
		}
		fmt.Println()
	}
	for _, m := range [][2]string{{"*", ""}, {"*", "abc"}, {"*", "a/b"}, {"a*", "abc"}, {"a*/b", "abc/b"}, {"a*b*c*d*e*/f", "axbxcxdxe/f"}, {"a*b*c*d*e*/f", "axbxcxdxexxx/fff"}, {"a*b?c*x", "abxbbxdbxebxczzx"}, {"ab[c]", "abc"}, {"ab[b-d]", "abc"}, {"ab[e-g]", "abc"}, {"ab[^c]", "abc"}, {"ab[^e-g]", "abc"}, {"a\\*b", "a*b"}, {"a\\*b", "ab"}, {"a?b", "a☺b"}, {"a[^a]b", "a☺b"}, {"a???b", "a☺b"}, {"[a-ζ]*", "α"}, {"*[a-ζ]", "A"}, {"a?b", "a/b"}, {"a*b", "a/b"}, {"[\\]a]", "]"}, {"[\\-]", "-"}, {"[x\\-]", "-"}, {"[]a]", "]"}, {"[-]", "-"}, {"[x-]", "x"}, {"[-x]", "x"}, {"\\", "a"}, {"[a-b-c]", "a"}, {"[", "a"}, {"[^", "a"}, {"[^bc", "a"}, {"a[", "a"}, {"a[", "ab"}, {"*x", "xxx"}, {"*.go", "main.go"}, {"main.*", "main.go"}, {"", ""}, {"?", ""}} {
		fmt.Print(m, " ")
		fmt.Println(path.Match(m[0], m[1]))
	}
	fmt.Println(path.Join(), path.Join(""), path.Join("a", "", "b"), filepath.SplitList("/a:/b::c"), filepath.SplitList(""), filepath.ToSlash("a/b"), filepath.Separator, filepath.Ext("config.json"))
}
