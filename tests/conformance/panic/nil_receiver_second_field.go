package main

import "fmt"

type L struct {
	head *N
	size int
}
type N struct {
	v    int
	next *N
}

func (l *L) Len() int { return l.size }
func main() {
	var l *L
	fmt.Println(l.Len())
}
