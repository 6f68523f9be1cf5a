//how: one_p

package main

import "fmt"

func stage(name string, in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			fmt.Println(name, v)
			out <- v + 1
		}
	}()
	return out
}

func main() {
	src := make(chan int)
	go func() {
		for i := range 3 {
			fmt.Println("source", i*10)
			src <- i * 10
		}
		close(src)
	}()
	for v := range stage("two", stage("one", src)) {
		fmt.Println("out", v)
	}
}
