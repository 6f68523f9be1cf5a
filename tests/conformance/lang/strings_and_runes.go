package main

import "fmt"

func main() {
	s := "naïve 世界"
	fmt.Println(len(s), len([]rune(s)), s[0], s[2:4], string(s[1]))
	for i, r := range s {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println()
	for i, r := range "a\xffb" {
		fmt.Println(i, r, r == '\uFFFD')
	}
	t := s + "!"
	fmt.Println(t > s, t[len(t)-1] == '!', s[:0] == "")
	raw := `a\n"b"`
	fmt.Println(raw, "\t|\x41\u00e9\U0001F600\101|")
	fmt.Println('a', '\n', '世', "x" < "y", "a" < "B")
	b := []byte(s)
	b[0] = 'N'
	fmt.Println(string(b), s)
	for range "abc" {
		fmt.Print(".")
	}
	fmt.Println()
}
