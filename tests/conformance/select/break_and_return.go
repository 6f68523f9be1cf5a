package main

import "fmt"

func first(chs ...chan int) int {
	for {
		for i, c := range chs {
			select {
			case v := <-c:
				if v < 0 {
					break
				}
				return i*10 + v
			default:
				continue
			}
			fmt.Println("broke out of select")
		}
	}
}

func main() {
	a, b := make(chan int, 2), make(chan int, 2)
	a <- -1
	b <- 5
	fmt.Println(first(a, b))
}
