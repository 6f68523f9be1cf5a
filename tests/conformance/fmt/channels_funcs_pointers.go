package main

import (
	"fmt"
	"strings"
)

func main() {
	var c chan int
	var f func()
	var p *int
	fmt.Println(c, f == nil, p)
	fmt.Printf("%v %p %T %T\n", c, p, c, f)
	x := 1
	q := &x
	fmt.Println(fmt.Sprintf("%p", q) == fmt.Sprintf("%v", q), strings.HasPrefix(fmt.Sprint(q), "0x"))
	fmt.Println(strings.HasPrefix(fmt.Sprint(make(chan int)), "0x"), strings.HasPrefix(fmt.Sprintf("%v", main), "0x"))
}
