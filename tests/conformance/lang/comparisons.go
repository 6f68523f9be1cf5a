package main

import "fmt"

type K struct {
	a int
	b string
}

func main() {
	fmt.Println(K{1, "x"} == K{1, "x"}, K{1, "x"} != K{2, "x"})
	fmt.Println([2]K{} == [2]K{}, [2]string{"a"} == [2]string{"a", ""})
	c1, c2 := make(chan int), make(chan int)
	c3 := c1
	fmt.Println(c1 == c2, c1 == c3, c1 != nil)
	var e1, e2 error
	fmt.Println(e1 == e2, e1 == nil)
	p, q := &K{}, &K{}
	fmt.Println(p == q, *p == *q)
	var i1, i2 any = K{1, "a"}, K{1, "a"}
	fmt.Println(i1 == i2, i1 == any(K{2, "a"}))
	fmt.Println(true && !false || false, "a" <= "a", 'a' < 'b', 1.5 >= 1.5)
	var f func()
	fmt.Println(f == nil, []int(nil) == nil, map[int]int(nil) == nil)
}
