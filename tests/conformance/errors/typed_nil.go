package main

import (
	"errors"
	"fmt"
)

type MyErr struct{}

func (*MyErr) Error() string { return "my error" }

func bad(fail bool) error {
	var e *MyErr
	if fail {
		e = &MyErr{}
	}
	return e
}

func good(fail bool) error {
	if fail {
		return &MyErr{}
	}
	return nil
}

func main() {
	fmt.Println(bad(false) == nil, good(false) == nil, bad(true), good(true))
	err := bad(false)
	fmt.Printf("%T %v\n", err, err)
	e, ok := errors.AsType[*MyErr](good(true))
	fmt.Println(e, ok)
}
