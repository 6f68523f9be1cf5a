package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type id int
type name string
type flag bool
type data []byte

type temp struct{ degrees float64 }

func (t *temp) Scan(s fmt.ScanState, verb rune) error {
	tok, err := s.Token(true, func(r rune) bool { return r != 'C' })
	if err != nil {
		return err
	}
	if _, err = fmt.Sscan(string(tok), &t.degrees); err != nil {
		return err
	}
	w, ok := s.Width()
	r, _, err := s.ReadRune()
	fmt.Printf("[%c %d %v %c]", verb, w, ok, r)
	if r != 'C' {
		return errors.New("no C")
	}
	return err
}

type oneByte struct{ r io.Reader }

func (o oneByte) Read(b []byte) (int, error) { return o.r.Read(b[:1]) }

func main() {
	var (
		a, b  int
		i8    int8
		u     uint
		u8    uint8
		r     rune
		f     float64
		f32   float32
		s, t  string
		ok    bool
		bs    []byte
		z     complex128
		z64   complex64
		i     id
		n     name
		fl    flag
		d     data
		tm    temp
		up    uintptr
		iface any
		array [2]int
		pp    *int
	)
	show := func(k int, err error) {
		fmt.Println(k, err, "|", a, b, i8, u, u8, r, f, f32, s, t, ok, string(bs), z, z64, i, n, fl, string(d), tm, up)
	}
	show(fmt.Sscan("1 2", &a, &b))
	show(fmt.Sscan(" 3\n\t4 5", &a, &b))
	show(fmt.Sscan("7", &a, &b))
	show(fmt.Sscan("", &a))
	show(fmt.Sscan("   ", &a))
	show(fmt.Sscan("x", &a))
	show(fmt.Sscan("12x 5", &a, &b))
	show(fmt.Sscan("-0x1F 0b101", &a, &b))
	show(fmt.Sscan("0o17 017", &a, &b))
	show(fmt.Sscan("1_000 -0", &a, &b))
	show(fmt.Sscan("99999999999999999999", &a))
	show(fmt.Sscan("300", &i8))
	show(fmt.Sscan("-128 255 4294967295", &i8, &u8, &u))
	show(fmt.Sscan("256", &u8))
	show(fmt.Sscan("-1", &u))
	show(fmt.Sscan("3.5e2 -0.25 1p3", &f, &f32, &f))
	show(fmt.Sscan("1e999", &f))
	show(fmt.Sscan("abc", &f))
	show(fmt.Sscan("1e40", &f32))
	show(fmt.Sscan("NaN -Inf", &f, &f32))
	show(fmt.Sscan("hello wörld", &s, &t))
	show(fmt.Sscan("true F", &ok, &fl))
	show(fmt.Sscan("trux", &ok))
	show(fmt.Sscan("0 bytes (1+2i) 3-4.5i", &ok, &bs, &z, &z64))
	show(fmt.Sscan("1+2", &z))
	show(fmt.Sscan("7 bob data 9", &i, &n, &d, &up))
	show(fmt.Sscan("36.6C", &tm))
	show(fmt.Sscan("36.6", &tm))
	show(fmt.Sscan("x C", &tm))
	show(fmt.Sscan("1", a))
	show(fmt.Sscan("1", &iface))
	show(fmt.Sscan("1", &array))
	show(fmt.Sscan("1", &pp))
	show(fmt.Sscan("1"))

	show(fmt.Sscanln("1 2\n3", &a, &b))
	show(fmt.Sscanln("1\n2", &a, &b))
	show(fmt.Sscanln("1 2 3", &a, &b))
	show(fmt.Sscanln("1 2  \r\n", &a, &b))
	show(fmt.Sscanln("1", &a, &b))
	show(fmt.Sscanln("\n", &a))

	show(fmt.Sscanf("5,6", "%d,%d", &a, &b))
	show(fmt.Sscanf("5;6", "%d,%d", &a, &b))
	show(fmt.Sscanf("age 41 of bob", "age %d of %s", &a, &s))
	show(fmt.Sscanf("12345", "%2d%3d", &a, &b))
	show(fmt.Sscanf("ff 0xff", "%x %v", &a, &b))
	show(fmt.Sscanf("101 17", "%b %o", &a, &b))
	show(fmt.Sscanf("U+0041 z", "%U %c", &r, &a))
	show(fmt.Sscanf("é", "%c", &i8))
	show(fmt.Sscanf(`"a\tb" raw`, "%q %s", &s, &t))
	show(fmt.Sscanf("`a\\b`", "%q", &s))
	show(fmt.Sscanf("68656c6c6f", "%x", &s))
	show(fmt.Sscanf("6g", "%x", &s))
	show(fmt.Sscanf("\"abc", "%q", &s))
	show(fmt.Sscanf("abc", "%q", &s))
	show(fmt.Sscanf("50%", "%d%%", &a))
	show(fmt.Sscanf("50", "%d%%", &a))
	show(fmt.Sscanf("1 2", "%d", &a, &b))
	show(fmt.Sscanf("1 2", "%d %d", &a))
	show(fmt.Sscanf("1", "%d %d", &a, &b))
	show(fmt.Sscanf("1\n2", "%d %d", &a, &b))
	show(fmt.Sscanf("1\n2", "%d\n%d", &a, &b))
	show(fmt.Sscanf("1 2", "%d\n%d", &a, &b))
	show(fmt.Sscanf("12", "%d %d", &a, &b))
	show(fmt.Sscanf("1", "%s", &a))
	show(fmt.Sscanf("x", "%d", &s))
	show(fmt.Sscanf("x", "%d", &f))
	show(fmt.Sscanf("1", "%d", &ok))
	show(fmt.Sscanf("1", "%z", &a))
	show(fmt.Sscanf("1", "%", &a))
	show(fmt.Sscanf("abc", "abd %d", &a))
	show(fmt.Sscanf("", "%d", &a))
	show(fmt.Sscanf("ab", "%1s%s", &s, &t))
	show(fmt.Sscanf("3.14159", "%4f%d", &f, &a))
	show(fmt.Sscanf("20.5C", "%5v", &tm))
	show(fmt.Sscanf("10:30:59", "%2d:%2d:%2d", &a, &b, &u))

	in := strings.NewReader("10 20\nline two\n3.5")
	show(fmt.Fscan(in, &a, &b))
	show(fmt.Fscanln(in))
	show(fmt.Fscanln(in, &s, &t))
	show(fmt.Fscan(in, &f))
	show(fmt.Fscan(in, &f))
	slow := oneByte{strings.NewReader("1é2 7 8")}
	show(fmt.Fscan(slow, &s, &a))
	show(fmt.Fscanf(slow, "%d", &b))
	br := bufio.NewReader(strings.NewReader("1 2 3 4 5 x"))
	sum := 0
	for {
		var v int
		if _, err := fmt.Fscan(br, &v); err != nil {
			fmt.Println(sum, err)
			break
		}
		sum += v
	}
	k, err := fmt.Scan(&a)
	fmt.Println(k, err, err == io.EOF)
	k, err = fmt.Scanln(&a)
	fmt.Println(k, err)
	k, err = fmt.Scanf("%d", &a)
	fmt.Println(k, err)
	sc := bufio.NewScanner(os.Stdin)
	fmt.Println(sc.Scan(), sc.Err())
}
