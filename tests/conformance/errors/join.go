package main

import (
	"errors"
	"fmt"
)

func main() {
	a, b := errors.New("a"), errors.New("b")
	j := errors.Join(a, nil, b)
	fmt.Println(j)
	fmt.Println(errors.Is(j, a), errors.Is(j, b), errors.Join(nil, nil) == nil)
	fmt.Printf("%q\n", errors.Join(j, errors.New("c")).Error())
	var u interface{ Unwrap() []error }
	fmt.Println(errors.As(j, &u), len(u.Unwrap()))
	fmt.Println(errors.ErrUnsupported)
}
