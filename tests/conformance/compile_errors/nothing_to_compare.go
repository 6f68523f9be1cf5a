//how: refused

package main

import "fmt"

type A struct{ x int }
type B struct{ x int }

type I interface{ M() }

func main() {
	fmt.Println(A{1} == B{1})
	var i I
	fmt.Println(i == A{})
	fmt.Println(A{} < A{})
	fmt.Println([]int{} == nil, []int{} == []int{})
	var f func()
	fmt.Println(f == nil, f != f)
	fmt.Println(1 == "a", 1.5 == 'a', "a" == 'a')
	var e error
	fmt.Println(e == "x", e > e)
	c, d := make(chan int), make(chan string)
	fmt.Println(c == d)
}
