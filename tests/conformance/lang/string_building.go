package main

import "fmt"

func main() {
	s := ""
	for i := range 5 {
		s += string(rune('a' + i))
	}
	fmt.Println(s, len(s))
	b := []byte{}
	b = append(b, s...)
	b = append(b, '!')
	fmt.Println(string(b), b)
	fmt.Println(s[1:3]+s[:1], s == "abcde", s != "x", s[len(s)-1:])
	m := map[string]int{string(b[:2]): 1}
	b[0] = 'z'
	fmt.Println(m)
}
