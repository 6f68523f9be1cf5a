//how: refused

package main

type T struct{}

func (T) () {}

func main() {}
