package main

import (
	"errors"
	"fmt"
)

type Fault struct {
	Op  string
	Err error
}

func (f Fault) Error() string { return f.Op + ": " + f.Err.Error() }

func main() {
	defer func() {
		if r := recover(); r != nil {
			f := r.(Fault)
			fmt.Println(f.Op)
			panic(f)
		}
	}()
	panic(Fault{"read", errors.New("disk on fire")})
}
