package main

import "fmt"

func main() {
	results := make(chan int)
	for i := range 5 {
		go func() { results <- i * i }()
	}
	n := <-results
	fmt.Println(n >= 0 && n <= 16)
}
