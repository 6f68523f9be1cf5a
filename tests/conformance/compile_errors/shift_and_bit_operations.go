//how: refused

package main

import "fmt"

func main() {
	f := 2.5
	fmt.Println(f << 1)
	fmt.Println(1 << f)
	fmt.Println("a" & "b")
	fmt.Println(f | 1)
	fmt.Println(^f)
	fmt.Println(1 << -1)
	s := "x"
	fmt.Println(1 << s)
}
