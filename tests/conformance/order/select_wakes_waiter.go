//how: one_p

package main

import "fmt"

func main() {
	a, b, quit := make(chan int), make(chan string), make(chan bool)
	go func() {
		for i := range 2 {
			fmt.Println("a sends", i)
			a <- i
		}
		fmt.Println("a done")
		quit <- true
	}()
	go func() {
		b <- "x"
		fmt.Println("b done")
	}()
	for {
		select {
		case v := <-a:
			fmt.Println("a", v)
			continue
		case <-quit:
		}
		break
	}
	fmt.Println(<-b)
}
