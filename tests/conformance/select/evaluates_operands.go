package main

import "fmt"

func ch(name string, c chan int) chan int { fmt.Println("channel", name); return c }
func val(v int) int                       { fmt.Println("value", v); return v }

func main() {
	a, b := make(chan int, 1), make(chan int)
	var s [1]int
	select {
	case s[idx()] = <-ch("b", b):
	case ch("a", a) <- val(5):
		fmt.Println("sent")
	}
	fmt.Println(<-a)
	a <- 6
	select {
	case s[idx()] = <-a:
	}
	fmt.Println(s)
}

func idx() int { fmt.Println("index"); return 0 }
