package main

import "fmt"

func main() {
	defer fmt.Println("main's last")
	f()
	fmt.Println("main goes on")
}

func f() {
	defer fmt.Println("f 1")
	defer func() {
		r := recover()
		fmt.Println("recovered", r)
		fmt.Println("again", recover())
	}()
	defer fmt.Println("f 2")
	g()
	fmt.Println("never")
}

func g() {
	defer func() {
		defer func() { fmt.Println("nested recover", recover()) }()
		panic("second")
	}()
	defer fmt.Println("g")
	panic("first")
}
