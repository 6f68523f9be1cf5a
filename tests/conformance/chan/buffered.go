package main

import "fmt"

func main() {
	ch := make(chan string, 3)
	fmt.Println(len(ch), cap(ch))
	ch <- "a"
	ch <- "b"
	fmt.Println(len(ch), cap(ch))
	fmt.Println(<-ch)
	ch <- "c"
	ch <- "d"
	close(ch)
	fmt.Println(len(ch))
	for s := range ch {
		fmt.Print(s, " ")
	}
	v, ok := <-ch
	fmt.Printf("%q %v %d\n", v, ok, len(ch))
}
