package main

import "errors"

type broken struct{}

func (broken) Error() string { panic(errors.New("no words")) }

func main() {
	panic(broken{})
}
