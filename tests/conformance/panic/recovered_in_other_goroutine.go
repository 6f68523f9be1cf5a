package main

import "fmt"

func main() {
	defer func() { fmt.Println("main recovered", recover()) }()
	done := make(chan bool)
	go func() {
		panic("not caught by main")
	}()
	<-done
}
