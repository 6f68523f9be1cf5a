//how: refused

package main

import "fmt"

type Celsius float64
type ID int

func main() {
	var a int = 1
	var b int64 = a
	var c float64 = a
	var d Celsius = c
	var id ID = a
	var s []int = [3]int{}
	var t []any = []int{1}
	var m map[string]int = map[int]string{}
	a = id
	fmt.Println(b, c, d, id, s, t, m)
}
