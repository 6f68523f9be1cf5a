package main

import "errors"

func main() {
	defer func() { panic(3) }()
	defer func() { panic("two") }()
	panic(errors.New("one"))
}
