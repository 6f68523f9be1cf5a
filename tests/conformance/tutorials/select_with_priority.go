package main

import "fmt"

func main() {
	urgent, normal := make(chan string, 3), make(chan string, 3)
	for i := range 3 {
		urgent <- fmt.Sprint("urgent ", i)
		normal <- fmt.Sprint("normal ", i)
	}
	for range 6 {
		select {
		case m := <-urgent:
			fmt.Println(m)
			continue
		default:
		}
		select {
		case m := <-urgent:
			fmt.Println(m)
		case m := <-normal:
			fmt.Println(m)
		}
	}
}
