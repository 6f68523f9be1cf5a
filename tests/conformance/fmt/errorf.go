package main

import (
	"errors"
	"fmt"
)

type coded struct{ c int }

func (c coded) Error() string { return fmt.Sprint("code ", c.c) }

func main() {
	err := fmt.Errorf("op %q on %d: %w", "read", 3, coded{5})
	fmt.Println(err)
	fmt.Printf("%v|%s|%q\n", err, err, err)
	fmt.Println(fmt.Errorf("plain").Error(), fmt.Errorf("nothing: %w", nil))
	fmt.Printf("%T %T\n", err, fmt.Errorf("x"))
	fmt.Println(errors.Unwrap(err) == coded{5})
}
