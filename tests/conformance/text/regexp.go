package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

func main() {
	match, _ := regexp.MatchString("p([a-z]+)ch", "peach")
	fmt.Println(match)
	r, _ := regexp.Compile("p([a-z]+)ch")
	fmt.Println(r.MatchString("peach"), r.FindString("peach punch"), r.FindStringIndex("peach punch"), r.FindStringSubmatch("peach punch"), r.FindStringSubmatchIndex("peach punch"))
	fmt.Println(r.FindAllString("peach punch pinch", -1), r.FindAllStringSubmatchIndex("peach punch pinch", -1), r.FindAllString("peach punch pinch", 2), r.Match([]byte("peach")))
	fmt.Println(regexp.MustCompile("p([a-z]+)ch"), r.ReplaceAllString("a peach", "<fruit>"), string(r.ReplaceAllFunc([]byte("a peach"), bytes.ToUpper)), r.ReplaceAllString("a peach", "${1}x$1-$2$$"), r.ReplaceAllLiteralString("peach", "$1"))

	texts := []string{"", "a", "aaa", "abc", "ab\ncd\n", "foo.bar@example.com and x@y.z", "2024-01-15T10:20:30", "héllo wörld ÀÉ", "  leading and  trailing ", "AbC aBc", "a,b;c  d", "((nested))", "\xff\xfeok", "tel: 555-1234, 555-9876", "日本語 text", "<b>bold</b><b>x</b>", "key=value; k2 = v2"}
	exprs := []string{"", "a", "a*", "a+?", "(a|ab)(c|bcd)?", "^", "$", "(?m)^.*$", "^$", `\b\w+\b`, `\W+`, `\d{2,4}`, `(\d+)-(\d+)`, `(?P<user>[\w.]+)@(?P<host>[\w.]+)`, `(?i)abc`, `[^a-z\s]+`, `[[:upper:]]+`, `(?s).+`, `.+`, `<b>(.*?)</b>`, `(\w+)\s*=\s*(\w+)`, `x*`, `(a*)*`, `(a|b|)+c?`, `\s+`, `[,; ]+`, `\pL+`, `\p{Lu}`, `\P{L}+`, `[\d-]+`, `é|w`, `\x{65e5}.`, `(?:ab)+`, `a{0}b`, `(a){2}`, `\Qa,b\E`, `[]a]+`, `[a\]]`, `\.`, `(^|,)\w`, `\B.`, `(?U)a+`, `(?i:A)b`, `[[:^alpha:]]`, `\A\w`, `\w\z`, `(?P<y>\d{4})-(?P<m>\d{2})`, `[^\n]*\n`, `a|b|c|d`, `.{3}`, `(\()(.*)(\))`}
	h := uint64(14695981039346656037)
	for _, e := range exprs {
		re := regexp.MustCompile(e)
		h = 14695981039346656037
		var out strings.Builder
		for _, s := range texts {
			fmt.Fprint(&out, re.FindAllStringSubmatchIndex(s, -1), re.ReplaceAllString(s, "<$0|$1>"), fmt.Sprintf("%q", re.Split(s, -1)), fmt.Sprintf("%q", re.Split(s, 2)), re.FindStringSubmatchIndex(s), fmt.Sprintf("%q", re.FindAll([]byte(s), 2)))
		}
		for _, c := range []byte(out.String()) {
			h = (h ^ uint64(c)) * 1099511628211
		}
		fmt.Printf("%-40q %d %q %x\n", e, re.NumSubexp(), re.SubexpNames(), h)
	}
	for _, s := range texts {
		fmt.Printf("%q %v\n", regexp.MustCompile(`\w+|(\W)`).FindAllStringSubmatch(s, -1), regexp.MustCompile(`a*|b`).FindAllStringIndex(s, -1))
	}
	for _, e := range []string{"(", ")", "a)", "*", "a**", "a*+", "[", "[a", "[z-a]", `\`, `\y`, "a{1001}", "a{2,1}", "(?=a)", "(?<n>a)(?<n>b)", "(?P<n>a)(?P<n>b)", "(?P<n>a)|(?P<n>b)", "(?P<n", "(?P<>a)", "(?i", "[[:foo:]]", "x{2}{3}", "a{,2}", "a{", "(?z)", "[a-", `[\y]`, "|*", "(*)", `\8`, "a(b(c", "+", "(?i)(?s", `\pX`, "a???"} {
		_, err := regexp.Compile(e)
		fmt.Println(e, "=>", err)
	}
	re := regexp.MustCompile(`(?P<first>\w+) (?P<last>\w+)`)
	fmt.Println(re.SubexpIndex("last"), re.SubexpIndex("x"), re.ReplaceAllString("Rob Pike", "${last}, $first $1x ${1}x $9 ${bad"), string(re.ExpandString(nil, "$last-$first", "Rob Pike", re.FindStringSubmatchIndex("Rob Pike"))))
	fmt.Println(regexp.QuoteMeta("a.b*c[d]$1"), re.ReplaceAllStringFunc("ab cd ef", strings.ToUpper))
	l := regexp.MustCompile("a|ab|abc")
	fmt.Print(l.FindString("abcd"), " ")
	l.Longest()
	fmt.Println(l.FindString("abcd"), regexp.MustCompilePOSIX("(a|ab)(c|bcd)").FindStringSubmatch("abcd"))
	counts := map[string]int{}
	for _, w := range regexp.MustCompile(`[a-zA-Z']+`).FindAllString("It's a dog's life, isn't it? A dog!", -1) {
		counts[strings.ToLower(w)]++
	}
	fmt.Println(counts, regexp.MustCompile("(x+x+)+y").MatchString(strings.Repeat("x", 2000)))
	defer func() { fmt.Println(recover()) }()
	regexp.MustCompile("a(b`")
}
