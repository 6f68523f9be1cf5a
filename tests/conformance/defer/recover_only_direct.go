package main

import "fmt"

func helper() any { return recover() }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "not caught inside:", r)
		}
	}()
	f()
	fmt.Println(name, "caught inside")
}

func main() {
	try("direct", func() {
		defer func() { recover() }()
		panic(1)
	})
	try("by helper", func() {
		defer func() { helper() }()
		panic(2)
	})
	try("helper deferred", func() {
		defer helper()
		panic(3)
	})
	try("nested", func() {
		defer func() { func() { recover() }() }()
		panic(4)
	})
	try("before", func() {
		recover()
		defer fmt.Println("runs")
		panic(5)
	})
	fmt.Println(recover())
}
