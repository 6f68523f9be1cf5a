package main

import "fmt"

func main() {
	a := []int{1, 2, 3, 4, 5}
	b := a[1:3]
	b[0] = 20
	fmt.Println(a, b, len(b), cap(b))
	b = append(b, 40)
	fmt.Println(a, b)
	c := a[1:3:3]
	c = append(c, 99)
	fmt.Println(a, c, len(c))
	d := a[:0]
	for _, v := range a {
		if v%20 == 0 {
			d = append(d, v)
		}
	}
	fmt.Println(d, a)
	e := b[:cap(b)]
	fmt.Println(e)
	arr := [4]int{1, 2, 3, 4}
	s := arr[1:]
	s[0] = 50
	fmt.Println(arr, s)
	p := (*[2]int)(s)
	p[1] = 60
	fmt.Println(arr, [2]int(s))
}
