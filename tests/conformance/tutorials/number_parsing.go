package main

import (
	"fmt"
	"strconv"
)

func main() {
	f, _ := strconv.ParseFloat("1.234", 64)
	fmt.Println(f)
	i, _ := strconv.ParseInt("123", 0, 64)
	fmt.Println(i)
	d, _ := strconv.ParseInt("0x1c8", 0, 64)
	fmt.Println(d)
	u, _ := strconv.ParseUint("789", 0, 64)
	fmt.Println(u)
	k, _ := strconv.Atoi("135")
	fmt.Println(k)
	_, e := strconv.Atoi("wat")
	fmt.Println(e)
	_, e = strconv.Atoi("99999999999999999999")
	fmt.Println(e)
	_, e = strconv.ParseInt("300", 10, 8)
	fmt.Println(e)
	_, e = strconv.ParseBool("maybe")
	fmt.Println(e)
	_, e = strconv.ParseFloat("x1", 64)
	fmt.Println(e)
	n, e := strconv.ParseUint("-1", 10, 64)
	fmt.Println(n, e)
	fmt.Println(strconv.Itoa(-45), strconv.FormatInt(255, 2), strconv.FormatInt(-255, 16), strconv.Quote("hi\n\"x\""), strconv.FormatFloat(3.14159, 'f', 2, 64), strconv.FormatBool(true), strconv.QuoteRune('☺'))
	s, e := strconv.Unquote(`"a\tb"`)
	fmt.Println(s, e)
	b := strconv.AppendInt([]byte("n="), 42, 10)
	fmt.Println(string(b))
	var ne *strconv.NumError
	_ = ne
	_, e = strconv.Atoi("")
	fmt.Printf("%v %T %+v\n", e, e, e.(*strconv.NumError).Err == strconv.ErrSyntax)
	for _, t := range []string{"1", "t", "TRUE", "0", "f", "False"} {
		v, err := strconv.ParseBool(t)
		fmt.Println(v, err)
	}
}
