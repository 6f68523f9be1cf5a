//how: refused

package main

import (
	"errors"
	"fmt"
)

type E struct{}

func (e *E) Error() string { return "" }

func f() error {
	return E{}
}

func main() {
	err := f()
	if err == "x" {
	}
	var e *E
	if errors.As(err, &e) == nil {
	}
	errors.Is(err, "x")
	fmt.Errorf(err)
	s := err + "x"
	if err {
	}
	err.Code = 5
	panic(err.Message)
}
