//how: one_p

package main

import "fmt"

func main() {
	ch := make(chan int)
	go func() {
		for i := range 6 {
			fmt.Println("sending", i)
			ch <- i
		}
		close(ch)
		fmt.Println("producer done")
	}()
	for v := range ch {
		fmt.Println("received", v)
	}
	fmt.Println("main done")
}
