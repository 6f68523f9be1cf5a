package main

import "fmt"

func main() {
	var s []int
	last := -1
	for i := range 2000 {
		s = append(s, i)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	fmt.Println(cap(append([]int{1, 2, 3}, 4, 5, 6, 7)))
	fmt.Println(cap(append([]byte("hello"), " world!"...)))
	var t []string
	for i := range 5 {
		t = append(t, "x")
		fmt.Print(i, ":", cap(t), " ")
	}
	fmt.Println()
}
