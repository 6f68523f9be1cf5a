package main

import "fmt"

func main() {
	ch := make(chan int, 10)
	for i := range 10 {
		ch <- i + 1
	}
	fmt.Println(<-ch + <-ch*<-ch)
	a := []int{<-ch, <-ch}
	m := map[int]int{<-ch: <-ch}
	fmt.Println(a, m, -<-ch)
	x, ok := <-ch
	var y, ok2 = <-ch
	fmt.Println(x, ok, y, ok2)
}
