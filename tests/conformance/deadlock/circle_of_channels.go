package main

func main() {
	a, b := make(chan int), make(chan int)
	go func() { a <- <-b }()
	b <- <-a
}
