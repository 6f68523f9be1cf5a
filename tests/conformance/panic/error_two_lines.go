package main

import "errors"

func main() { panic(errors.New("first line\nsecond line")) }
