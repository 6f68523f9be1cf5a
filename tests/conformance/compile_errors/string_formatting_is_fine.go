//how: refused

package main

import (
	"fmt"
	"strconv"
	"strings"
)

func main() {
	name := "x"
	fmt.Println("hello " + name + 5)
	fmt.Println("n: " + len(name))
	fmt.Printf(5, name)
	fmt.Sprintf()
	s := fmt.Sprintf("%d", 1) + 2
	var n int = fmt.Sprint(1)
	strings.Join("a", "b")
	strings.Repeat("x", "3")
	t := strings.Split("a,b", ',')
	strconv.Itoa("5")
	i := strconv.Atoi("5")
}
